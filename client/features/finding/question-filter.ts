import { natureSchema } from "../../../shared/protocol/commands/questions.ts";
import type { QuestionView } from "../../session/views.ts";
import { fitsSearch, searchTerms } from "../../ui/text-search.ts";
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

/** Tells of a question whether `filter` lets it through. */
export function filterBy(filter: QuestionFilter): (question: QuestionView) => boolean {
  const { askerUnit, unit, nature, topic, state, onlyMine } = filter;
  const terms = searchTerms(filter.search);
  return (question) => {
    if (askerUnit !== null && !askerUnits(question).includes(askerUnit)) return false;
    if (unit !== null && question.leadUnit !== unit && !question.supportUnits.includes(unit)) return false;
    if (nature !== null && question.nature !== nature) return false;
    if (topic !== null && !question.topics.includes(topic)) return false;
    if (state !== null && questionState(question) !== state) return false;
    if (onlyMine && question.mine !== true) return false;
    return terms.length === 0 || fitsSearch(searchedText(question), terms);
  };
}

/** What can be chosen, by field. */
export type ChoiceLists = Readonly<Record<Choice, readonly string[]>>;

type Chosen = Pick<QuestionFilter, Choice>;

/** What there is to choose from: the values some question has, and the one that is chosen. */
export function choicesAmong(questions: readonly QuestionView[], chosen: Chosen): ChoiceLists {
  const values = { askerUnit: new Set<string>(), unit: new Set<string>(), topic: new Set<string>() };
  const natures = new Set<string>();
  const states = new Set<string>();
  for (const question of questions) {
    for (const unit of askerUnits(question)) values.askerUnit.add(unit);
    for (const unit of unitsOf(question)) values.unit.add(unit);
    for (const topic of question.topics) values.topic.add(topic);
    if (question.nature !== null) natures.add(question.nature);
    states.add(questionState(question));
  }
  for (const choice of ["askerUnit", "unit", "topic"] as const) {
    const value = chosen[choice];
    if (value !== null) values[choice].add(value);
  }
  return {
    askerUnit: inOrder(values.askerUnit),
    unit: inOrder(values.unit),
    topic: inOrder(values.topic),
    nature: natureSchema.options.filter((nature) => natures.has(nature) || nature === chosen.nature),
    state: STATES.filter((state) => states.has(state) || state === chosen.state),
  };
}

/** The states that can be chosen, in the order a question goes through them; a new one is missed here by the compiler. */
const STATE_ORDER: Readonly<
  Record<Exclude<QuestionState, "declined" | "merged" | "unsent" | "refused">, number>
> = {
  pending: 0,
  public: 1,
  routed: 2,
  accepted: 3,
  answered: 4,
  resolved: 5,
  "follow-up": 6,
};
const STATES = Object.entries(STATE_ORDER)
  .sort(([, one], [, other]) => one - other)
  .map(([state]) => state);

function unitsOf({ leadUnit, supportUnits }: QuestionView): readonly string[] {
  return leadUnit === null ? supportUnits : [leadUnit, ...supportUnits];
}

function inOrder(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort((one, other) => one.localeCompare(other, "zh-CN"));
}
