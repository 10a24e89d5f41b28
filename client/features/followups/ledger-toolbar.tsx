import { Select } from "@mantine/core";
import { useAllMessages } from "../../ui/language.tsx";
import { SearchField } from "../../ui/search/search-field.tsx";
import styles from "./ledger.module.css";
import { LAMPS, type LedgerFilter, STATUSES } from "./ledger-rows.ts";

interface Props {
  readonly filter: LedgerFilter;
  readonly onFilter: (filter: LedgerFilter) => void;
  /** The units that lead or support some row. */
  readonly units: readonly string[];
}

const ALL = "";

/** Unit, state, due date, search. */
export function LedgerToolbar({ filter, onFilter, units }: Props) {
  const words = useAllMessages().followups;
  const statuses = STATUSES.map((value) => ({ value, label: words.status[value] }));
  const lamps = LAMPS.map((value) => ({ value, label: words.lamp[value] }));
  return (
    <search className={styles.toolbar} aria-label={words.filter.label}>
      <Select
        w={176}
        searchable={units.length > 8}
        aria-label={words.filter.unit}
        value={filter.unit ?? ALL}
        onChange={(value) => onFilter({ ...filter, unit: value === ALL ? null : value })}
        data={[{ value: ALL, label: words.filter.allUnits }, ...units]}
      />
      <Select
        w={132}
        aria-label={words.filter.status}
        value={filter.status ?? ALL}
        onChange={(value) =>
          onFilter({ ...filter, status: STATUSES.find((status) => status === value) ?? null })
        }
        data={[{ value: ALL, label: words.filter.allStatuses }, ...statuses]}
      />
      <Select
        w={152}
        aria-label={words.filter.lamp}
        value={filter.lamp ?? ALL}
        onChange={(value) => onFilter({ ...filter, lamp: LAMPS.find((lamp) => lamp === value) ?? null })}
        data={[{ value: ALL, label: words.filter.allLamps }, ...lamps]}
      />
      <SearchField
        className={styles.search}
        label={words.filter.search}
        placeholder={words.filter.searchPlaceholder}
        value={filter.search}
        onChange={(search) => onFilter({ ...filter, search })}
      />
    </search>
  );
}
