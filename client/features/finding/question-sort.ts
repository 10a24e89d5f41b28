import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { UnitOrder } from "../questions/use-unit-order.ts";

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
const byUnit =
  (order: UnitOrder): Compare =>
  (one, other) => {
    if (one.leadUnit === other.leadUnit) return mostFirst(one, other);
    if (one.leadUnit === null) return 1;
    return other.leadUnit === null ? -1 : order(one.leadUnit, other.leadUnit);
  };
/** What is answered no longer waits. */
const longestOpenFirst: Compare = (one, other) =>
  Number(isAnswered(one)) - Number(isAnswered(other)) || eldestFirst(one, other);

/** `questions` in the order of `sort`; the list given stays as it is. */
export function sortQuestions(
  questions: readonly QuestionView[],
  sort: QuestionSort,
  order: UnitOrder,
): QuestionView[] {
  return [...questions].sort(compareBy(sort, order));
}

function compareBy(sort: QuestionSort, order: UnitOrder): Compare {
  switch (sort) {
    case "support":
      return mostFirst;
    case "newest":
      return newestFirst;
    case "unit":
      return byUnit(order);
    case "waiting":
      return longestOpenFirst;
  }
}

function isAnswered({ status }: QuestionView): boolean {
  return status === "answered" || status === "closed";
}
