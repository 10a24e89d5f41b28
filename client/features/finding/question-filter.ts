import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { fitsSearch, searchTerms } from "../../ui/search/text-search.ts";
import { askerUnits } from "../questions/asker-credit.ts";
import { type QuestionState, questionState } from "../questions/question-state.ts";
import { searchedText } from "./question-texts.ts";

/** 难点, 痛点 or 堵点. */
export type Nature = NonNullable<QuestionView["nature"]>;

/** Which questions are looked at; `null`: all. */
export interface QuestionFilter {
  /** The unit that asked. */
  readonly askerUnit: string | null;
  /** The unit that leads or supports. */
  readonly unit: string | null;
  readonly nature: Nature | null;
  readonly topic: string | null;
  readonly state: QuestionState | null;
  readonly onlyMine: boolean;
  /** As typed; every word of it has to be found. */
  readonly search: string;
}

/** What is chosen from a list, each by the field of the filter it sets. */
export const CHOICES = ["askerUnit", "unit", "nature", "topic", "state"] as const;
/** A field of the filter that is chosen from a list. */
export type Choice = (typeof CHOICES)[number];

/** Nothing chosen from a list; what is typed stays. */
export const NO_CHOICE = { askerUnit: null, unit: null, nature: null, topic: null, state: null } as const;
export const NO_FILTER: QuestionFilter = { ...NO_CHOICE, onlyMine: false, search: "" };

/** Names an order and a choice; another one is another list. */
export function scopeOf(sort: string, filter: QuestionFilter): string {
  return `${sort} ${JSON.stringify(filter)}`;
}

/** Whether anything may be left out. */
export function isNarrowed(filter: QuestionFilter): boolean {
  return filter.onlyMine || filter.search.trim() !== "" || CHOICES.some((choice) => filter[choice] !== null);
}

/** What of a question a choice looks at. */
const VALUES_OF: Readonly<Record<Choice, (question: QuestionView) => readonly string[]>> = {
  askerUnit: askerUnits,
  unit: ({ leadUnit, supportUnits }) => (leadUnit === null ? supportUnits : [leadUnit, ...supportUnits]),
  nature: ({ nature }) => (nature === null ? [] : [nature]),
  topic: ({ topics }) => topics,
  state: (question) => [questionState(question)],
};

/** Tells of a question whether `filter` lets it through. */
export function filterBy(filter: QuestionFilter): (question: QuestionView) => boolean {
  const terms = searchTerms(filter.search);
  const chosen = CHOICES.flatMap((choice) => {
    const value = filter[choice];
    return value === null ? [] : [{ valuesOf: VALUES_OF[choice], value }];
  });
  return (question) =>
    chosen.every(({ valuesOf, value }) => valuesOf(question).includes(value)) &&
    (!filter.onlyMine || question.mine === true) &&
    (terms.length === 0 || fitsSearch(searchedText(question), terms));
}

/** How many questions each value of a choice would leave, with everything else chosen as it is. */
export function countsOf(
  choice: Choice,
  questions: readonly QuestionView[],
  filter: QuestionFilter,
): ReadonlyMap<string, number> {
  const passes = filterBy({ ...filter, [choice]: null });
  const counts = new Map<string, number>();
  for (const question of questions) {
    if (!passes(question)) continue;
    for (const value of VALUES_OF[choice](question)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
