import { type DocumentModel, type DocumentRun, TITLE_KEY } from "./model.ts";

/** What stands in each place of a document that can be worded otherwise, by its key, in the order of the document. */
export function keyedTexts({ title, meta, blocks, attendance }: DocumentModel): Map<string, string> {
  const texts = new Map([[TITLE_KEY, title]]);
  const add = (key: string | undefined, ...paragraphs: (readonly DocumentRun[])[]) => {
    if (key !== undefined) texts.set(key, paragraphs.map(textOf).join("\n"));
  };
  for (const { key, runs } of meta) add(key, runs);
  for (const block of blocks) {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        add(block.key, block.runs);
        break;
      case "list":
        for (const { key, runs } of block.items) add(key, runs);
        break;
      case "table":
        for (const { key, paragraphs } of block.rows.flat()) add(key, ...paragraphs);
        break;
      case "signature":
        for (const { key, runs } of block.lines) add(key, runs);
        break;
      case "figure":
      case "pageBreak":
        break;
    }
  }
  for (const { key, runs } of attendance) add(key, runs);
  return texts;
}

function textOf(runs: readonly DocumentRun[]): string {
  return runs.map(({ text }) => text).join("");
}
