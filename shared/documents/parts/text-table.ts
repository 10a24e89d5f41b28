import type { DocumentBlock, DocumentCell, DocumentRun } from "../model.ts";

/** A column, and how wide it is against the others. */
export interface TextColumn {
  readonly key: string;
  readonly title: string;
  readonly share: number;
}

/** What a cell shows: a text, each line a paragraph, or a run. */
export type TextCell = string | DocumentRun;

/** A row; `key` is that of what it is about. */
export interface TextRow {
  readonly key: string;
  readonly cells: readonly TextCell[];
}

/** A table of texts under one row of headings; each cell is keyed by table, row and column. */
export function textTable(
  key: string,
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
): Extract<DocumentBlock, { kind: "table" }> {
  return {
    kind: "table",
    columns: columns.length,
    shares: columns.map(({ share }) => share),
    rows: [
      columns.map((column) => cell(`${key}/column/${column.key}`, column.title, true)),
      ...rows.map((row) =>
        row.cells.map((content, place) =>
          cell(`${key}/${row.key}/${columns[place]?.key ?? place}`, content, false),
        ),
      ),
    ],
  };
}

function cell(key: string, content: TextCell, header: boolean): DocumentCell {
  const lines = typeof content === "string" ? content.split("\n").map((text) => ({ text })) : [content];
  const shown = lines.filter(({ text }) => text.trim() !== "");
  return {
    key,
    header,
    columnSpan: 1,
    rowSpan: 1,
    paragraphs: shown.length === 0 ? [[]] : shown.map((run) => [run]),
  };
}
