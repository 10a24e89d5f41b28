import type { AllMessages } from "../messages/zh-CN.ts";
import type { DocumentBlock, DocumentRun } from "./model.ts";

export type MinutesWords = AllMessages["minutes"];

/** `text`, or the mark that it is missing. */
export function knownOrMissing(text: string | null | undefined, words: MinutesWords): DocumentRun {
  return text === null || text === undefined || text.trim() === ""
    ? { text: words.placeholder, placeholder: true }
    : { text };
}

/** One paragraph a line of `text`; `lead` stands before the first. Empty lines are left out. */
export function paragraphsOf(text: string, lead: readonly DocumentRun[] = []): DocumentBlock[] {
  const [first = "", ...rest] = text.split("\n").filter((line) => line.trim() !== "");
  return [[...lead, { text: first }], ...rest.map((line) => [{ text: line }])].map((runs) => ({
    kind: "paragraph",
    quote: false,
    runs,
  }));
}

/** `items` with `separator` between them. */
export function joined(items: readonly (readonly DocumentRun[])[], separator: string): DocumentRun[] {
  return items.flatMap((runs, index) => (index === 0 ? runs : [{ text: separator }, ...runs]));
}
