import { TITLE_KEY } from "../../protocol/document-names.ts";
import type { DocumentModel } from "../model.ts";
import { type Rewrite, rewriteBlocks, rewriteLines } from "./keyed-texts.ts";
import { textOfLines } from "./reword.ts";

/** What stands in each place of a document that can be worded otherwise, by its key, in the order of the document. */
export function textsByKey({ title, meta, blocks }: DocumentModel): Map<string, string> {
  const texts = new Map([[TITLE_KEY, title]]);
  const note: Rewrite = (key, lines) => {
    const text = textOfLines(lines);
    const before = texts.get(key);
    // A wording of several lines is several paragraphs.
    texts.set(key, before === undefined ? text : `${before}\n${text}`);
    return lines;
  };
  rewriteLines(meta, note);
  rewriteBlocks(blocks, note);
  return texts;
}
