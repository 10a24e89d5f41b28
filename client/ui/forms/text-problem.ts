import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { plainText } from "../../../shared/protocol/text.ts";

/** A text as the server will take it, or why it will not. */
export type CheckedText =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly code: Extract<ErrorCode, "text_empty" | "text_too_long" | "text_unreadable">;
    };

/** Whether a text that may be left empty can be sent. */
export function fitsLimit(text: string, maxChars: number): boolean {
  const checked = checkText(text, maxChars);
  return checked.ok || checked.code === "text_empty";
}

/** Checks a text by the rule the server checks it by, before it is sent. */
export function checkText(text: string, maxChars: number): CheckedText {
  if (text.trim() === "") return { ok: false, code: "text_empty" };
  const parsed = plainText(maxChars).safeParse(text);
  if (parsed.success) return { ok: true, text: parsed.data };
  const tooLong = parsed.error.issues.some((issue) => issue.code === "too_big");
  return { ok: false, code: tooLong ? "text_too_long" : "text_unreadable" };
}
