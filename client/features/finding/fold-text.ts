/** A text as it is compared: full-width forms as half-width ones, small letters, one space between words. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}
