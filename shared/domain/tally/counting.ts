import type { Acting } from "../acting.ts";
import { afterPatch, type Patch, set } from "../patches.ts";
import type { QuestionRecord } from "../questions/records.ts";
import { bareFields, nameOfKind } from "../record-base.ts";
import { type Counts, TALLY_RECORD_ID, type TallyRecord } from "./records.ts";

type Numbers = Omit<TallyRecord, "id" | "kind" | "rev">;

const COUNTED = ["asked", "public", "answered", "waiting", "followUps"] as const;
const ZERO: Counts = { asked: 0, public: 0, answered: 0, waiting: 0, followUps: 0 };
const ANSWER_MINUTES_MAX = 600;
const MINUTE_MS = 60_000;

/** The tally of a session in which nothing was asked. */
export const NO_COUNTS: Numbers = { ...ZERO, byUnit: {}, byNature: {}, answerMinutes: {} };

/** The tally of these questions, counted from nothing. */
export function countAll(questions: Iterable<QuestionRecord>): Numbers {
  let numbers = NO_COUNTS;
  for (const question of questions) numbers = add(numbers, question, 1);
  return numbers;
}

/** The tally that patches of questions make necessary, so that no count is ever a scan. */
export function countAnew({ state }: Acting, patches: readonly Patch[]): Patch[] {
  const tally = state.find("tally", TALLY_RECORD_ID);
  const changes = patches.flatMap((patch) => {
    if (nameOfKind(patch.id) !== "question") return [];
    const before = state.find("question", patch.id);
    return [[before, afterPatch(before, patch)] as const];
  });
  if (tally === undefined || !changes.some(([before, after]) => isCountedAnew(before, after))) return [];
  const next = changes.reduce<Numbers>(
    (sum, [before, after]) => add(add(sum, before, -1), after, 1),
    bareFields(tally),
  );
  return [set(tally, next)];
}

/** Most changes of a question, such as a voice more, change no number. */
function isCountedAnew(before: QuestionRecord | undefined, after: QuestionRecord | undefined): boolean {
  return signOf(before) !== signOf(after);
}

function signOf(question: QuestionRecord | undefined): string {
  if (question === undefined) return "";
  return JSON.stringify([countsOf(question), question.leadUnit, question.nature, minutesOf(question)]);
}

function add(numbers: Numbers, question: QuestionRecord | undefined, sign: 1 | -1): Numbers {
  if (question === undefined) return numbers;
  const counts = countsOf(question);
  if (counts === null) return numbers;
  const minutes = minutesOf(question);
  return {
    ...sumOf(numbers, counts, sign),
    byUnit:
      question.leadUnit === null ? numbers.byUnit : addTo(numbers.byUnit, question.leadUnit, counts, sign),
    byNature:
      question.nature === null ? numbers.byNature : addTo(numbers.byNature, question.nature, counts, sign),
    answerMinutes: minutes === null ? numbers.answerMinutes : countIn(numbers.answerMinutes, minutes, sign),
  };
}

function countsOf(question: QuestionRecord): Counts | null {
  const { status } = question;
  if (status === "declined" || status === "merged") return null;
  if (status === "pending") return { ...ZERO, asked: 1 };
  const isAnswered = status === "answered" || (status === "closed" && question.outcome === "resolved");
  return {
    asked: 1,
    public: 1,
    answered: isAnswered ? 1 : 0,
    waiting: status === "public" || status === "routed" || status === "accepted" ? 1 : 0,
    followUps: status === "closed" && question.outcome === "follow-up" ? 1 : 0,
  };
}

/** Whole minutes from being public to the answer; null where there is none. */
function minutesOf(question: QuestionRecord): number | null {
  if (question.status !== "answered" && question.status !== "closed") return null;
  if (question.answeredAt === null) return null;
  return Math.min(Math.floor((question.answeredAt - question.publicAt) / MINUTE_MS), ANSWER_MINUTES_MAX);
}

function sumOf<T extends Counts>(to: T, more: Counts, sign: 1 | -1): T {
  const sum = { ...to };
  for (const name of COUNTED) sum[name] = (to[name] + sign * more[name]) as T[typeof name];
  return sum;
}

/** A name may be a word of the language, as `constructor`, which every object answers to. */
function addTo(
  groups: Readonly<Record<string, Counts>>,
  name: string,
  counts: Counts,
  sign: 1 | -1,
): Record<string, Counts> {
  const { [name]: known, ...others } = groups;
  const sum = sumOf(Object.hasOwn(groups, name) && known !== undefined ? known : ZERO, counts, sign);
  return sum.asked === 0 ? others : { ...others, [name]: sum };
}

/** One more or less under a name, which is left out when nothing is left there. */
export function countIn(
  counts: Readonly<Record<string, number>>,
  name: string | number,
  sign: 1 | -1,
): Record<string, number> {
  const { [name]: known = 0, ...others } = counts;
  return known + sign === 0 ? others : { ...others, [name]: known + sign };
}

/** Minutes that half of the answers took at most; null before the first. */
export function medianAnswerMinutes({ answerMinutes }: Pick<TallyRecord, "answerMinutes">): number | null {
  const entries = Object.entries(answerMinutes)
    .map(([minutes, count]) => [Number(minutes), count] as const)
    .sort(([one], [other]) => one - other);
  const half = entries.reduce((sum, [, count]) => sum + count, 0) / 2;
  let seen = 0;
  for (const [minutes, count] of entries) {
    seen += count;
    if (seen >= half) return minutes;
  }
  return null;
}
