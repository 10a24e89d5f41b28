import type { QuestionView } from "../../session/views.ts";
import { knownAskers } from "../questions/asker-credit.ts";
import { foldText } from "./fold-text.ts";

const folded = new WeakMap<QuestionView, string>();

/** Everything of a question that is searched, folded once as long as it stays the same: a search is a scan of few characters. */
export function searchedText(question: QuestionView): string {
  const known = folded.get(question);
  if (known !== undefined) return known;
  const { text, originalText, leadUnit, addressedUnit, supportUnits, topics } = question;
  const askers = knownAskers(question).flatMap(({ unit, name }) => [unit, name]);
  const parts = [text, originalText, leadUnit, addressedUnit, ...supportUnits, ...topics, ...askers];
  const all = parts.flatMap((part) => (part == null ? [] : foldText(part))).join("\n");
  folded.set(question, all);
  return all;
}

/** The words of a search as they are compared; all of them have to be found. */
export function searchTerms(search: string): readonly string[] {
  const terms = foldText(search);
  return terms === "" ? [] : terms.split(" ");
}
