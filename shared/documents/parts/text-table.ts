import type { DocumentBlock, DocumentCell, DocumentRun } from "../model.ts";

/** A column, and how wide it is against the others. */
export interface TextColumn {
  readonly title: string;
  readonly share: number;
}

/** What a cell shows: a text, each line a paragraph, or a run. */
export type TextCell = string | DocumentRun;

/** A table of texts under one row of headings. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly TextCell[])[],
): Extract<DocumentBlock, { kind: "table" }> {
  return {
    kind: "table",
    columns: columns.length,
    shares: columns.map(({ share }) => share),
    rows: [
      columns.map(({ title }) => cell(title, true)),
      ...rows.map((row) => row.map((content) => cell(content, false))),
    ],
  };
}

function cell(content: TextCell, header: boolean): DocumentCell {
  const lines = typeof content === "string" ? content.split("\n").map((text) => ({ text })) : [content];
  const shown = lines.filter(({ text }) => text.trim() !== "");
  return {
    header,
    columnSpan: 1,
    rowSpan: 1,
    paragraphs: shown.length === 0 ? [[]] : shown.map((run) => [run]),
  };
}
