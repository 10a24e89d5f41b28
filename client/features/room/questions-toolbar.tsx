import { Chip, Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "../../ui/language.tsx";
import type { QuestionFilter, QuestionSort } from "./question-order.ts";
import styles from "./questions-pane.module.css";

interface Props {
  readonly sort: QuestionSort;
  readonly onSort: (sort: QuestionSort) => void;
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
  /** Whether the reader can have questions of the own. */
  readonly canHaveOwn: boolean;
  /** What stands before the search field: the way to new questions. */
  readonly children: ReactNode;
  /** The units that asked. */
  readonly units: readonly string[];
}

const ALL = "";

/** Order, unit, mine, search. */
export function QuestionsToolbar(props: Props) {
  const { sort, onSort, filter, onFilter, canHaveOwn, units, children } = props;
  const { room: words } = useMessages();
  return (
    <div className={styles.toolbar}>
      <Select
        size="xs"
        w={124}
        aria-label={words.sort.label}
        value={sort}
        onChange={(value) => onSort(value === "newest" ? "newest" : "support")}
        data={[
          { value: "support", label: words.sort.support },
          { value: "newest", label: words.sort.newest },
        ]}
      />
      <Select
        size="xs"
        w={168}
        searchable
        aria-label={words.filterUnit}
        value={filter.unit ?? ALL}
        onChange={(value) => onFilter({ ...filter, unit: value === ALL ? null : value })}
        data={[{ value: ALL, label: words.allUnits }, ...units]}
      />
      {canHaveOwn && (
        <Chip size="sm" checked={filter.onlyMine} onChange={(onlyMine) => onFilter({ ...filter, onlyMine })}>
          {words.onlyMine}
        </Chip>
      )}
      {children}
      <TextInput
        size="xs"
        className={styles.search ?? ""}
        aria-label={words.search}
        placeholder={words.searchPlaceholder}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
      />
    </div>
  );
}
