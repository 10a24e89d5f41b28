import type { DocumentBlock, DocumentRun, HeadingLevel } from "../model.ts";

export function heading(
  level: HeadingLevel,
  number: string | null,
  run: string | DocumentRun,
): DocumentBlock {
  return { kind: "heading", level, number, runs: [typeof run === "string" ? { text: run } : run] };
}

export function paragraph(...runs: readonly (string | DocumentRun)[]): DocumentBlock {
  return {
    kind: "paragraph",
    quote: false,
    runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)),
  };
}
