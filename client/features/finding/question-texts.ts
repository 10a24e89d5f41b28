import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { foldTexts } from "../../ui/search/text-search.ts";
import { knownAskers } from "../questions/asker-credit.ts";

const folded = new WeakMap<QuestionView, string>();

/** Everything of a question that is searched, folded once as long as it stays the same: a search is a scan of few characters. */
export function searchedText(question: QuestionView): string {
  const known = folded.get(question);
  if (known !== undefined) return known;
  const { text, originalText, leadUnit, addressedUnit, supportUnits, topics } = question;
  const askers = knownAskers(question).flatMap(({ unit, name }) => [unit, name]);
  const all = foldTexts([text, originalText, leadUnit, addressedUnit, ...supportUnits, ...topics, ...askers]);
  folded.set(question, all);
  return all;
}
