import { createHash } from "node:crypto";
import { cleanText } from "../../shared/documents/clean-text.ts";
import type { PreviewReply } from "../../shared/documents/preview.ts";
import { textsByKey } from "../../shared/documents/wording/texts-by-key.ts";
import { TITLE_KEY } from "../../shared/protocol/document-names.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { type DocumentSource, documentFrom } from "./make-document.ts";

export type PreviewTask = DocumentSource;

/** A document as it will print, and what is to be known of its pages. */
export interface MadePreview {
  readonly pdf: Uint8Array;
  /** A `PreviewReply` as JSON. */
  readonly reply: Uint8Array;
  readonly digest: string;
  readonly title: string;
}

const DIGEST_CHARS = 32;

/** Throws as `documentFrom` does. */
export async function makePreview(source: PreviewTask): Promise<MadePreview> {
  const { model, outline, title, style } = documentFrom(source);
  const { renderPdfPreview } = await import("./pdf/render-pdf.ts");
  const { bytes, pages, places } = await renderPdfPreview(model, source.fontPlaces, style);
  const texts = textsByKey(model).set(TITLE_KEY, title);
  const shown: Omit<PreviewReply, "digest"> = {
    title: model.title,
    pageCount: pages.length,
    pages: [...pages],
    // What is longer cannot be worded, and would be told again on each of its pages.
    places: places.flatMap((place) => {
      const text = cleanText(texts.get(place.key) ?? "");
      return text.length > LIMITS.documentTextMaxChars ? [] : [{ ...place, text }];
    }),
    outline,
  };
  const digest = createHash("sha256")
    .update(bytes)
    .update(JSON.stringify(shown))
    .digest("hex")
    .slice(0, DIGEST_CHARS);
  const reply: PreviewReply = { digest, ...shown };
  return { pdf: bytes, reply: Buffer.from(JSON.stringify(reply)), digest, title: model.title };
}
