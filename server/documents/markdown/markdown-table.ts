import type { DocumentCell } from "../../../shared/documents/model.ts";
import { type DocumentTable, tablePlaces } from "../table-places.ts";
import { markdownRuns } from "./markdown-runs.ts";

/** Markdown tables know no spans: a wide or tall cell stands in its first place, the others are empty. */
export function markdownTable(table: DocumentTable): string {
  const places = tablePlaces(table);
  const [first = [], ...rest] = places.map((row) => {
    const line = Array.from({ length: table.columns }, () => "");
    for (const { column, cell, continued } of row) {
      if (!continued) line[column] = cellMarkdown(cell);
    }
    return line;
  });
  const headed = places[0]?.every(({ cell }) => cell.header) ?? false;
  const blank = Array.from({ length: table.columns }, () => "");
  const rule = Array.from({ length: table.columns }, () => "---");
  const rows = headed ? [first, rule, ...rest] : [blank, rule, first, ...rest];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cellMarkdown({ paragraphs }: DocumentCell): string {
  return paragraphs.map((runs) => markdownRuns(runs)).join("<br>");
}
