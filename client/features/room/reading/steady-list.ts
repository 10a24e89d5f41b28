import type { QuestionView } from "../../../../shared/domain/questions/views.ts";

/** What is under the reader's eye, and what waits to be asked for. */
export interface SteadyList {
  readonly visible: readonly QuestionView[];
  /** How many questions of others are not shown yet. */
  readonly waiting: number;
  /** The order shown is no longer the order chosen. */
  readonly drifted: boolean;
}

/**
 * Keeps a list still: of `sorted` only those of `order` are shown, in that order; new ones wait until the reader asks
 * for them. One's own new questions are an exception and stand on top, since one looks for them.
 */
export function steadyList(sorted: readonly QuestionView[], order: readonly string[]): SteadyList {
  const byId = new Map(sorted.map((question) => [question.id, question]));
  const known = new Set(order);
  const kept = order.flatMap((id) => byId.get(id) ?? []);
  const unknown = sorted.filter((question) => !known.has(question.id));
  const own = unknown.filter((question) => question.mine === true);
  // An empty list has nothing that could jump.
  if (kept.length === 0 && own.length === 0) return { visible: sorted, waiting: 0, drifted: false };
  const keptSorted = sorted.filter((question) => known.has(question.id));
  return {
    visible: [...own, ...kept],
    waiting: unknown.length - own.length,
    drifted: kept.some((question, index) => question !== keptSorted[index]),
  };
}
