import type { AskerView, QuestionView } from "../../../shared/domain/questions/views.ts";

/** How many units a credit names before it only counts. */
const NAMED_MAX = 2;

/** Who is credited with a question that came by joining. */
export interface AskerCredit {
  /** The first units, as far as the reader may know them. */
  readonly named: readonly string[];
  /** How many units there are; null where some of those who asked are not known to the reader. */
  readonly units: number | null;
  readonly people: number;
  /** Units that others than staff and the asker do not know. */
  readonly hidden: readonly string[];
}

/** Everybody who asked, as far as the reader may know. */
export function knownAskers({ asker, askers }: QuestionView): readonly AskerView[] {
  return (askers ?? (asker === undefined ? [] : [asker])).filter(({ unit }) => unit !== "");
}

/** The units that asked, each once, who asked first before the others. */
export function askerUnits(question: QuestionView): readonly string[] {
  return [...new Set(knownAskers(question).map(({ unit }) => unit))];
}

/** Null where the question was asked as it is. */
export function askerCredit(question: QuestionView): AskerCredit | null {
  if (question.mergedFrom === null) return null;
  const people = question.askerCount ?? 0;
  const units = askerUnits(question);
  const askers = knownAskers(question);
  const open = new Set(askers.flatMap(({ unit, anonymous }) => (anonymous === true ? [] : [unit])));
  const hidden = units.filter((unit) => !open.has(unit));
  const allKnown = askers.length === people;
  return { named: units.slice(0, NAMED_MAX), units: allKnown ? units.length : null, people, hidden };
}
