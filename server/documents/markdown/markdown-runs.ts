import type { DocumentRun } from "../../../shared/documents/model.ts";
import { escapeMarkdown } from "./markdown-escape.ts";

const MARKS_END = /[\p{P}\p{S}]$/u;
const MARKS_START = /^[\p{P}\p{S}]/u;

/**
 * Runs as one line. An emphasis mark beside punctuation counts only next to white space, and Chinese has none: a
 * space goes in where the mark would otherwise be printed.
 */
export function markdownRuns(runs: readonly DocumentRun[]): string {
  let line = "";
  let closesOnMark = false;
  for (const run of runs) {
    const text = escapeMarkdown(run.text);
    const inner = text.trim();
    if (inner === "") {
      line += text;
      continue;
    }
    const [open, close] = emphasis(run);
    const lead = text.startsWith(" ") ? " " : "";
    const needsSpaceBefore =
      lead === "" && /\S$/u.test(line) && (closesOnMark || (open !== "" && MARKS_START.test(inner)));
    line += `${needsSpaceBefore ? " " : ""}${lead}${open}${inner}${close}${text.endsWith(" ") ? " " : ""}`;
    closesOnMark = close !== "" && MARKS_END.test(inner);
  }
  return line;
}

function emphasis(run: DocumentRun): [string, string] {
  const marks = [
    ...(run.underline ? [["<u>", "</u>"] as const] : []),
    ...(run.strike ? [["~~", "~~"] as const] : []),
    ...(run.bold || run.placeholder ? [["**", "**"] as const] : []),
    ...(run.italic ? [["*", "*"] as const] : []),
  ];
  return [
    marks.map(([open]) => open).join(""),
    marks
      .map(([, close]) => close)
      .reverse()
      .join(""),
  ];
}
