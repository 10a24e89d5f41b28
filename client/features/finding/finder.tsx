import { Select } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { SearchField } from "../../ui/search/search-field.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import { ChosenFilters } from "./chosen-filters.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import styles from "./finder.module.css";
import { CHOICES, type Choice, isNarrowed, type QuestionFilter } from "./question-filter.ts";
import { QUESTION_SORTS, type QuestionSort } from "./question-sort.ts";

/** Told once the typing pauses. */
const SPEAK_AFTER_MS = 1_000;

interface Props {
  /** What there is to find among. */
  readonly questions: readonly QuestionView[];
  /** How many of them pass the filter. */
  readonly found: number;
  readonly sort: QuestionSort;
  readonly onSort: (sort: QuestionSort) => void;
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
  /** What is not chosen here, because something else on the screen stands for it. */
  readonly without?: Choice;
  /** What stands between the filters and the search. */
  readonly children?: ReactNode;
}

/** Order, filters, search: how one finds a question among many. */
export function Finder(props: Props) {
  const { questions, found, sort, onSort, filter, onFilter, without, children } = props;
  const words = useMessages().finding;
  const menu = useRef<HTMLButtonElement>(null);
  const offered = CHOICES.filter((choice) => choice !== without);
  const spoken = useSettled(
    isNarrowed(filter) ? words.found(found) : "",
    SPEAK_AFTER_MS,
    (text) => text === "",
  );
  return (
    <search className={styles.finder} aria-label={words.label}>
      <div className={styles.line}>
        <Select
          size="xs"
          w={132}
          aria-label={words.sortLabel}
          value={sort}
          onChange={(value) => onSort(QUESTION_SORTS.find((one) => one === value) ?? sort)}
          data={QUESTION_SORTS.map((value) => ({ value, label: words.sort[value] }))}
        />
        <FilterMenu
          button={menu}
          questions={questions}
          filter={filter}
          onFilter={onFilter}
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
      </div>
      {isNarrowed(filter) && (
        <div className={styles.line}>
          <span className={styles.found}>{words.found(found)}</span>
          <ChosenFilters
            filter={filter}
            onFilter={(next) => {
              onFilter(next);
              // The one that was pressed is gone.
              menu.current?.focus();
            }}
            offered={offered}
          />
        </div>
      )}
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </search>
  );
}
