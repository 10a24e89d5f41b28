import { Select } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { useMessages } from "../../ui/language.tsx";
import { SearchField } from "../../ui/search-field.tsx";
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
  const menu = useRef<HTMLButtonElement>(null);
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
      <FilterMenu button={menu} filter={filter} onFilter={onFilter} offered={offered} choices={choices} />
      <ChosenFilters
        filter={filter}
        onFilter={(next) => {
          onFilter(next);
          // The one that was pressed is gone.
          menu.current?.focus();
        }}
        offered={offered}
      />
      {children}
      <SearchField
        size="xs"
        className={styles.search}
        label={words.search}
        placeholder={words.searchPlaceholder}
        value={filter.search}
        onChange={(search) => onFilter({ ...filter, search })}
      />
    </search>
  );
}
