import type { PersonRecord } from "../domain/people/records.ts";
import type { AllMessages } from "../messages/zh-CN.ts";
import type { DocumentBlock, DocumentRun } from "./model.ts";

export type MinutesWords = AllMessages["minutes"];

/** `text`, or the mark that it is missing. */
export function knownOrMissing(text: string | null | undefined, words: MinutesWords): DocumentRun {
  return text === null || text === undefined || text.trim() === ""
    ? { text: words.placeholder, placeholder: true }
    : { text };
}

/** Unit and name, or the mark that nobody knows who it is. */
export function personRun(person: PersonRecord | undefined, words: MinutesWords): DocumentRun {
  const name = knownOrMissing(person?.name, words);
  if (person === undefined || name.placeholder || person.unit.trim() === "") return name;
  return { text: words.unitAndNames(person.unit, person.name) };
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
