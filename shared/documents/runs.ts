import type { PersonRecord } from "../domain/people/records.ts";
import type { AllMessages } from "../messages/zh-CN.ts";
import { knownOrMissing, type Missing } from "./missing.ts";
import type { DocumentBlock, DocumentRun } from "./model.ts";

export type MinutesWords = AllMessages["minutes"];

/** Unit and name, or the mark that nobody knows who it is. */
export function personRun(
  person: PersonRecord | undefined,
  missing: Missing,
  words: MinutesWords,
): DocumentRun {
  const name = knownOrMissing(person?.name, missing, words);
  if (person === undefined || name.placeholder || person.unit.trim() === "") return name;
  return { text: words.unitAndNames(person.unit, person.name) };
}

/** One paragraph a line of `text`, each keyed by its place; `lead` stands before the first. Empty lines are left out. */
export function paragraphsOf(key: string, text: string, lead: readonly DocumentRun[] = []): DocumentBlock[] {
  const [first = "", ...rest] = text.split("\n").filter((line) => line.trim() !== "");
  return [[...lead, { text: first }], ...rest.map((line) => [{ text: line }])].map((runs, index) => ({
    kind: "paragraph",
    key: `${key}/line/${index + 1}`,
    quote: false,
    runs,
  }));
}

/** `items` with `separator` between them. */
export function joined(items: readonly (readonly DocumentRun[])[], separator: string): DocumentRun[] {
  return items.flatMap((runs, index) => (index === 0 ? runs : [{ text: separator }, ...runs]));
}
