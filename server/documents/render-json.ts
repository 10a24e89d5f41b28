import type { DocumentModel } from "../../shared/documents/model.ts";
import { cleanDocument } from "./clean-text.ts";

/** The document itself, for other programs. `<` is escaped, so the file stays data even where a browser guesses at it. */
export function renderJson(document: DocumentModel): Buffer {
  const json = JSON.stringify(cleanDocument(document), null, 2).replaceAll("<", "\\u003c");
  return Buffer.from(`${json}\n`, "utf8");
}
