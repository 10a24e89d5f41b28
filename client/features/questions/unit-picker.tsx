import { useMemo } from "react";
import { useMessages } from "../../ui/language.tsx";
import { SearchSelect } from "../../ui/search/search-select.tsx";
import { useAnsweringUnits } from "./use-answering-units.ts";

interface Props {
  readonly label: string;
  readonly placeholder?: string;
  /** What it means that none is chosen, where something is typed. */
  readonly notChosen: string;
  /** A unit that is not offered. */
  readonly without?: string;
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
}

/** One of the units that can be asked, found by characters or pinyin initials, or none. */
export function UnitPicker({ without, ...rest }: Props) {
  const words = useMessages().common.unit;
  const units = useAnsweringUnits();
  const choices = useMemo(
    () => units.filter((unit) => unit !== without).map((unit) => ({ value: unit, label: unit })),
    [units, without],
  );
  // A form that opens with the focus here stays in sight; a press, a key or an arrow shows the units.
  return (
    <SearchSelect
      {...rest}
      mt={12}
      clearable
      openOnFocus={false}
      choices={choices}
      nothingFound={words.nothingFound}
    />
  );
}
