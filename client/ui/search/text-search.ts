import { withoutLookAlikes, withoutNameDots } from "../../../shared/domain/people/look-alikes.ts";

/** A text as it is compared: full-width forms as half-width ones, no look-alikes, small letters, one space between words. */
export function foldText(text: string): string {
  const meant = withoutNameDots(withoutLookAlikes(text.normalize("NFKC")));
  return meant.toLowerCase().replace(/\s+/gu, " ").trim();
}

/** What is searched of something, to be given to `fitsSearch`; what is absent is left out. */
export function foldTexts(texts: readonly (string | null | undefined)[]): string {
  return texts.flatMap((text) => (text == null ? [] : foldText(text))).join("\n");
}

/** The words of a search as they are compared. */
export function searchTerms(search: string): readonly string[] {
  const terms = foldText(search);
  return terms === "" ? [] : terms.split(" ");
}

/** Whether every word of a search stands in the folded texts; no words let everything through. */
export function fitsSearch(folded: string, terms: readonly string[]): boolean {
  return terms.every((term) => folded.includes(term));
}
