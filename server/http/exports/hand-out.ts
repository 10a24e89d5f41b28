import type { Response } from "express";
import { attachmentHeader } from "../../documents/file-name.ts";
import type { MadeFile } from "../../documents/process/document-process.ts";

export interface HandedOut {
  /** As in the address. */
  readonly fileName: string;
  readonly contentType: string;
}

/** Answers with a file whose bytes nobody else has; they are gone once they are out, or whoever takes them is. */
export function handOut(
  response: Response,
  { title, bytes }: Pick<MadeFile, "title" | "bytes">,
  { fileName, contentType }: HandedOut,
): void {
  response.set("Content-Disposition", attachmentHeader(title, fileName));
  // Not by `send`, which would read all of it once more for a tag that nobody keeps.
  response.type(contentType).setHeader("Content-Length", bytes.length);
  // Not with its end, of which one may hear while the system still reads them.
  response.once("close", () => letGo(bytes)).end(bytes);
}

/**
 * Gives memory back at once. What waits to be cleared away counts towards the next time the whole heap is looked through, which the
 * meeting would wait for after some documents.
 */
function letGo({ buffer, byteLength }: Uint8Array): void {
  // Nothing else may stand in it.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
