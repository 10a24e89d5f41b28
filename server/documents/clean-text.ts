import type { DocumentModel } from "../../shared/documents/model.ts";

/**
 * C0 and C1 controls except tab and line feed, direction overrides, non-characters and lone surrogates: what makes
 * XML unreadable or text look like what it is not.
 */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\p{Cs}]/gu;

/** `text` without what no document can carry. */
export function cleanText(text: string): string {
  return text.replace(UNPRINTABLE, "");
}

/** The document with every text in it clean; renderers begin with it, wherever the texts came from. */
export function cleanDocument(document: DocumentModel): DocumentModel {
  return cleanTexts(document);
}

/** Plain data with every text in it clean. */
export function cleanTexts<T>(data: T): T {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === "string" ? cleanText(value) : value,
  ) as T;
}
