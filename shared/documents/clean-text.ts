/**
 * C0 and C1 controls except tab and line feed, direction overrides, non-characters and lone surrogates: what makes
 * XML unreadable or text look like what it is not.
 */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\p{Cs}]/gu;

/** `text` without what no document can carry. */
export function cleanText(text: string): string {
  return text.replace(UNPRINTABLE, "");
}
