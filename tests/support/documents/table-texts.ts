import type { DocumentModel } from "../../../shared/documents/model.ts";

/** What the cells of a document's tables say, table by table and row by row; the paragraphs of a cell as lines. */
export function tableTexts({ blocks }: DocumentModel): string[][][] {
  return blocks.flatMap((block) =>
    block.kind !== "table"
      ? []
      : [
          block.rows.map((row) =>
            row.map(({ paragraphs }) =>
              paragraphs.map((runs) => runs.map(({ text }) => text).join("")).join("\n"),
            ),
          ),
        ],
  );
}
