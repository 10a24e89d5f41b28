import { askersOf } from "../askers/askers.ts";
import { grouped } from "../people/grouped.ts";
import type { QuestionRecord } from "../questions/records.ts";
import { trailRecordId } from "../questions/trails/records.ts";
import { nameKey } from "../roster/text.ts";
import type { SessionState } from "../state.ts";
import type { FoundAsker, WrittenAsker } from "./asker.ts";
import { questionKey } from "./text.ts";

/** The id of the question that stands in the session already, asked by the same; null where none does. */
export type StandingQuestion = (
  textKey: string,
  found: FoundAsker | "nobody" | null,
  written: WrittenAsker,
) => string | null;

/**
 * Tells a row that was imported before, or asked by the same person otherwise, by its text as it is or was first written. Of
 * whom the roster does not know (yet, or any more), what came by a list and has the same text and unit is the same.
 */
export function standingQuestions(state: SessionState): StandingQuestion {
  const byText = grouped(state.all("question"), ({ text, originalText }) =>
    questionKey(originalText ?? text),
  );
  const collectedUnit = ({ questionId }: QuestionRecord): string | null | undefined => {
    const first = state.find("trail", trailRecordId(questionId))?.steps[0];
    return first?.kind === "collected" ? first.unit : undefined;
  };
  return (textKey, found, written) => {
    const alike = byText.get(textKey) ?? [];
    const isSame = (question: QuestionRecord): boolean => {
      const unit = collectedUnit(question);
      if (found === "nobody") return unit !== undefined;
      if (
        found?.kind === "person" &&
        askersOf(question).some(({ askerId }) => askerId === found.person.personId)
      )
        return true;
      if (found === null && unit !== undefined)
        return unit === null || nameKey(unit) === nameKey(written.unit);
      return unit != null && nameKey(unit) === nameKey(written.unit);
    };
    return alike.find(isSame)?.questionId ?? null;
  };
}
