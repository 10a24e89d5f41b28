import type { QuestionView } from "../../session/views.ts";

/** 同问最多, 最新提出, 按主办单位, or 等待最久. */
export const QUESTION_SORTS = ["support", "newest", "unit", "waiting"] as const;
export type QuestionSort = (typeof QUESTION_SORTS)[number];

type Compare = (one: QuestionView, other: QuestionView) => number;

/** Who asked first stands first. */
export const eldestFirst: Compare = (one, other) =>
  one.askedAt - other.askedAt || one.id.localeCompare(other.id);
const newestFirst: Compare = (one, other) => other.askedAt - one.askedAt || one.id.localeCompare(other.id);
const mostFirst: Compare = (one, other) => other.support - one.support || newestFirst(one, other);
/** What has no unit yet stands at the end, where it is looked for. */
const byUnit: Compare = (one, other) => {
  if (one.leadUnit === other.leadUnit) return mostFirst(one, other);
  if (one.leadUnit === null) return 1;
  return other.leadUnit === null ? -1 : one.leadUnit.localeCompare(other.leadUnit, "zh-CN");
};
/** What is answered no longer waits. */
const longestOpenFirst: Compare = (one, other) =>
  Number(isAnswered(one)) - Number(isAnswered(other)) || eldestFirst(one, other);

const COMPARE: Readonly<Record<QuestionSort, Compare>> = {
  support: mostFirst,
  newest: newestFirst,
  unit: byUnit,
  waiting: longestOpenFirst,
};

/** `questions` in the order of `sort`; the list given stays as it is. */
export function sortQuestions(questions: readonly QuestionView[], sort: QuestionSort): QuestionView[] {
  return [...questions].sort(COMPARE[sort]);
}

function isAnswered({ status }: QuestionView): boolean {
  return status === "answered" || status === "closed";
}
