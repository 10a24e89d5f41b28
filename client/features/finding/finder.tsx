import { Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "../../ui/language.tsx";
import { ChosenFilters } from "./chosen-filters.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import styles from "./finder.module.css";
import { CHOICES, type Choice, type ChoiceLists, type QuestionFilter } from "./question-filter.ts";
import { QUESTION_SORTS, type QuestionSort } from "./question-sort.ts";

interface Props {
  readonly sort: QuestionSort;
  readonly onSort: (sort: QuestionSort) => void;
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
  readonly choices: ChoiceLists;
  /** What is not chosen here, because something else on the screen stands for it. */
  readonly without?: Choice;
  /** What stands between the filters and the search. */
  readonly children?: ReactNode;
}

/** Order, filters, search: how one finds a question among many. */
export function Finder({ sort, onSort, filter, onFilter, choices, without, children }: Props) {
  const words = useMessages().finding;
  const offered = CHOICES.filter((choice) => choice !== without);
  return (
    <search className={styles.finder} aria-label={words.label}>
      <Select
        size="xs"
        w={132}
        aria-label={words.sortLabel}
        value={sort}
        onChange={(value) => onSort(QUESTION_SORTS.find((one) => one === value) ?? sort)}
        data={QUESTION_SORTS.map((value) => ({ value, label: words.sort[value] }))}
      />
      <FilterMenu filter={filter} onFilter={onFilter} offered={offered} choices={choices} />
      <ChosenFilters filter={filter} onFilter={onFilter} offered={offered} />
      {children}
      <TextInput
        size="xs"
        type="search"
        className={styles.search ?? ""}
        aria-label={words.search}
        placeholder={words.searchPlaceholder}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
      />
    </search>
  );
}
