import { z } from "zod";

/** C0 and C1 controls except tab and line feed, and the direction overrides that can disguise text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is what this is for
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;
/** Half a character: `\p{Surrogate}` matches only those that stand alone. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Plain text as people type it: trimmed, line ends made `\n`, 1 to `maxChars` UTF-16 units, no control characters, no lone surrogates. */
export function plainText(maxChars: number) {
  return z
    .string()
    .max(maxChars * 2)
    .transform(tidyText)
    .pipe(
      z
        .string()
        .min(1)
        .max(maxChars)
        .refine((text) => !FORBIDDEN.test(text), { message: "control_character" })
        .refine((text) => !LONE_SURROGATE.test(text), { message: "lone_surrogate" }),
    );
}

/** Plain text on one line: as `plainText`, and every run of white space is one space. */
export function lineText(maxChars: number) {
  return plainText(maxChars).transform((text) => text.replace(/\s+/gu, " "));
}

/** Whether a text can be stored: no control characters, direction overrides or lone surrogates. */
export function isStorable(text: string): boolean {
  return !FORBIDDEN.test(text) && !LONE_SURROGATE.test(text);
}

function tidyText(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
