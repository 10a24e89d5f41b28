import type { DocumentModel, DocumentRun } from "../../../shared/documents/model.ts";

interface KeyedPlace {
  readonly key: string;
  readonly text: string;
}

type Runs = readonly DocumentRun[];

/** Every place of a document that has a key, with what it says; in the order in which they are read. */
export function keyedPlaces({ title, meta, blocks }: DocumentModel): KeyedPlace[] {
  const said = (runs: Runs) => runs.map(({ text }) => text).join("");
  const place = ({ key }: { readonly key?: string }, ...lines: readonly Runs[]): KeyedPlace[] =>
    key === undefined ? [] : [{ key, text: lines.map(said).join("\n") }];
  const inBlock = (block: DocumentModel["blocks"][number]): KeyedPlace[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return place(block, block.runs);
      case "list":
        return block.items.flatMap((item) => place(item, item.runs));
      case "table":
        return block.rows.flat().flatMap((cell) => place(cell, ...cell.paragraphs));
      case "attendance":
      case "signature":
        return block.lines.flatMap((line) => place(line, line.runs));
      case "figure":
      case "pageBreak":
        return [];
    }
  };
  return [
    { key: "title", text: title },
    ...meta.flatMap((line) => place(line, line.runs)),
    ...blocks.flatMap(inBlock),
  ];
}
