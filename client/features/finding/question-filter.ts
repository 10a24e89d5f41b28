import type { QuestionView } from "../../session/views.ts";
import { fitsSearch, searchTerms } from "../../ui/text-search.ts";
import { askerUnits } from "../questions/asker-credit.ts";
import { type QuestionState, questionState } from "../questions/question-state.ts";
import { searchedText } from "./question-texts.ts";

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
export type Choice = (typeof CHOICES)[number];

export const NO_CHOICE = { askerUnit: null, unit: null, nature: null, topic: null, state: null } as const;
export const NO_FILTER: QuestionFilter = { ...NO_CHOICE, onlyMine: false, search: "" };

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

export type ChoiceLists = Readonly<Record<Choice, readonly string[]>>;

/** What there is to choose from: the values some question has, and the one that is chosen. */
export function choicesAmong(questions: readonly QuestionView[], filter: QuestionFilter): ChoiceLists {
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
    const chosen = filter[choice];
    if (chosen !== null) values[choice].add(chosen);
  }
  return {
    askerUnit: inOrder(values.askerUnit),
    unit: inOrder(values.unit),
    topic: inOrder(values.topic),
    nature: NATURES.filter((nature) => natures.has(nature) || nature === filter.nature),
    state: STATES.filter((state) => states.has(state) || state === filter.state),
  };
}

const NATURES = ["difficulty", "pain", "blockage"] as const satisfies readonly Nature[];
/** In the order a question goes through them. */
const STATES = [
  "pending",
  "public",
  "routed",
  "accepted",
  "answered",
  "resolved",
  "follow-up",
] as const satisfies readonly QuestionState[];

function unitsOf({ leadUnit, supportUnits }: QuestionView): readonly string[] {
  return leadUnit === null ? supportUnits : [leadUnit, ...supportUnits];
}

function inOrder(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort((one, other) => one.localeCompare(other, "zh-CN"));
}
