import type { DocumentBlock, DocumentFigure } from "../../../shared/documents/model.ts";

/** The numbers of a figure as a table, for where nothing is drawn. */
export function figureTable({
  rowsAre,
  series,
  rows,
}: DocumentFigure): Extract<DocumentBlock, { kind: "table" }> {
  const cell = (text: string, header: boolean) => ({
    header,
    columnSpan: 1,
    rowSpan: 1,
    paragraphs: [[{ text }]],
  });
  return {
    kind: "table",
    columns: 1 + series.length,
    shares: null,
    rows: [
      [rowsAre, ...series].map((text) => cell(text, true)),
      ...rows.map(({ label, values }) => [label, ...values.map(String)].map((text) => cell(text, false))),
    ],
  };
}

/** A figure in words, for whoever does not see it. */
export function figureWords({ title, series, rows }: DocumentFigure): string {
  const row = ({ label, values }: DocumentFigure["rows"][number]) =>
    `${label} ${values.map((value, part) => `${series[part] ?? ""} ${value}`).join(", ")}`;
  return `${title}: ${rows.map(row).join("; ")}`;
}
