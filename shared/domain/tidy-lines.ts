const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]/gu;

/** A text of several lines as programs and hands leave it: composed, without what is not seen, and without blanks at its ends and those of its lines. */
export function tidyLines(text: string): string {
  return withoutBlankEnds(text.normalize("NFC").replace(UNSEEN, "").replace(/\r\n?/gu, "\n")).trim();
}

/** Line by line, as a pattern for blanks before a line end begins anew at each blank of a run: cells of blanks held everybody up. */
export function withoutBlankEnds(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
