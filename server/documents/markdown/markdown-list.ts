import type { DocumentListItem, ListMarker } from "../../../shared/documents/model.ts";
import { escapeMarkdownLineStart } from "./markdown-escape.ts";
import { markdownRuns } from "./markdown-runs.ts";

const INDENT = "    ";
const NUMBER_MAX = 999_999_999;

/** A flat list as nested Markdown; an item never stands more than one step deeper than the one before it. */
export function markdownList(items: readonly DocumentListItem[]): string {
  const lines: string[] = [];
  let depth = -1;
  for (const { depth: wanted, marker, runs } of items) {
    const text = escapeMarkdownLineStart(markdownRuns(runs));
    if (marker.kind === "none" && lines.length > 0) {
      lines[lines.length - 1] += "\\";
      lines.push(`${INDENT.repeat(depth)}  ${text}`);
      continue;
    }
    depth = Math.min(wanted, depth + 1);
    lines.push(`${INDENT.repeat(depth)}${markerMarkdown(marker)} ${text}`);
  }
  return lines.join("\n");
}

function markerMarkdown(marker: ListMarker): string {
  switch (marker.kind) {
    case "number":
      return `${Math.min(Math.max(0, marker.value), NUMBER_MAX)}.`;
    case "task":
      return `- [${marker.done ? "x" : " "}]`;
    case "bullet":
    case "none":
      return "-";
  }
}
