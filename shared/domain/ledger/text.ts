/** `="01"` and `'01`: how a value is kept from being taken for a number or a formula. */
const FORCED = /^\s*=\s*"((?:[^"]|"")*)"\s*$/u;
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]/gu;

/**
 * A cell as it is compared and stored: what programs do to cells on the way (line ends, blanks at ends of lines, the mark
 * before what would be a formula) makes no difference.
 */
export function tidyLedgerText(text: string): string {
  return text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]+(?=\n|$)/gu, "")
    .trim()
    .replace(/^'+/u, "")
    .replace(FORCED, (_whole, inner: string) => inner.replaceAll('""', '"').trim());
}
