import type { DocumentBlock, DocumentModel, LabelledLine } from "../../../shared/documents/model.ts";

/** The document with a key on each block that may have one. */
export function withEveryKey(document: DocumentModel): DocumentModel {
  let count = 0;
  const key = <T extends object>(block: T) => {
    count += 1;
    return { ...block, key: `key:${count}` };
  };
  const lines = <T extends LabelledLine>(list: readonly T[]) => list.map((line) => key(line));
  const block = (one: DocumentBlock): DocumentBlock => {
    switch (one.kind) {
      case "heading":
      case "paragraph":
        return key(one);
      case "list":
        return { ...one, items: one.items.map(key) };
      case "table":
        return { ...one, rows: one.rows.map((row) => row.map(key)) };
      case "signature":
        return { ...one, lines: lines(one.lines) };
      case "figure":
      case "pageBreak":
        return one;
    }
  };
  return {
    ...document,
    meta: lines(document.meta),
    blocks: document.blocks.map(block),
    attendance: lines(document.attendance),
  };
}
