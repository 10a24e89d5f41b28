import type { DocumentBlock, DocumentRun, HeadingLevel } from "../model.ts";

type Heading = Extract<DocumentBlock, { kind: "heading" }>;

export function heading(
  key: string,
  level: HeadingLevel,
  number: string | null,
  run: string | DocumentRun,
): Heading {
  return { kind: "heading", key, level, number, runs: [typeof run === "string" ? { text: run } : run] };
}

export function paragraph(key: string, ...runs: readonly (string | DocumentRun)[]): DocumentBlock {
  return {
    kind: "paragraph",
    key,
    quote: false,
    runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)),
  };
}

/** A counted list of texts, each under its key. */
export function countedList(
  items: readonly { readonly key: string; readonly text: string }[],
): DocumentBlock {
  return {
    kind: "list",
    items: items.map(({ key, text }, index) => ({
      depth: 0,
      key,
      marker: { kind: "number", value: index + 1 },
      runs: [{ text }],
    })),
  };
}
