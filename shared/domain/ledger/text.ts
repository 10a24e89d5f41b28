import { tidyLines } from "../tidy-lines.ts";

/** `="01"` and `'01`: how a value is kept from being taken for a number or a formula. */
const FORCED = /^\s*=\s*"((?:[^"]|"")*)"\s*$/u;

/**
 * A cell as it is compared and stored: what programs do to cells on the way (line ends, blanks at ends of lines, the mark
 * before what would be a formula) makes no difference.
 */
export function tidyLedgerText(text: string): string {
  return tidyLines(text)
    .replace(/^'+/u, "")
    .replace(FORCED, (_whole, inner: string) => inner.replaceAll('""', '"').trim());
}
