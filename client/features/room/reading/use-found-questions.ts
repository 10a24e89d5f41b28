import { useMemo, useState } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { filterBy, NO_FILTER, type QuestionFilter, scopeOf } from "../../finding/question-filter.ts";
import { type QuestionSort, sortQuestions } from "../../finding/question-sort.ts";
import { useUnitOrder } from "../../questions/use-unit-order.ts";
import { steadyList } from "./steady-list.ts";

/** The questions of a room as the reader wants them: in what order, which of them, and what of it is shown by now. */
export function useFoundQuestions(questions: readonly QuestionView[]) {
  const [sort, setSort] = useState<QuestionSort>("support");
  const [filter, setFilter] = useState<QuestionFilter>(NO_FILTER);
  const units = useUnitOrder();
  const passes = useMemo(() => filterBy(filter), [filter]);
  const sorted = useMemo(
    () => sortQuestions(questions.filter(passes), sort, units),
    [questions, passes, sort, units],
  );
  const chosen = scopeOf(sort, filter);
  const [anchor, setAnchor] = useState(() => ({ chosen, order: idsOf(sorted) }));
  const showNew = () => setAnchor({ chosen, order: idsOf(sorted) });
  // Another order or filter is the reader's own wish: the list follows at once.
  if (anchor.chosen !== chosen) showNew();
  const showAll = () => {
    setFilter(NO_FILTER);
    setAnchor({ chosen: scopeOf(sort, NO_FILTER), order: idsOf(sortQuestions(questions, sort, units)) });
  };
  const steady = useMemo(() => steadyList(sorted, anchor.order), [sorted, anchor]);
  return { sort, setSort, filter, setFilter, passes, ...steady, found: sorted.length, showNew, showAll };
}

function idsOf(questions: readonly QuestionView[]): readonly string[] {
  return questions.map(({ id }) => id);
}
