import { MultiSelect, Select } from "@mantine/core";
import { useMemo } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useMessages } from "../../ui/language.tsx";
import { fits, normaliseTyped, type Readings, useReadings } from "../../ui/pinyin-match.ts";

interface Common {
  readonly label: string;
  readonly placeholder?: string;
  readonly units: readonly string[];
}

/** Finds units by their characters or by pinyin. */
function useUnitFilter(units: readonly string[]) {
  const readings = useReadings(units);
  return useMemo(() => unitFilter(readings), [readings]);
}

function unitFilter(readings: ReadonlyMap<string, Readings>) {
  return <Item,>({ options, search }: { options: Item[]; search: string }): Item[] => {
    const typed = normaliseTyped(search);
    return options.filter((option) => {
      const { label } = option as { label: string };
      return fits(typed, label, readings.get(label));
    });
  };
}

/** One unit, such as 主办. */
export function UnitSelect(
  props: Common & {
    readonly value: string | null;
    readonly onChange: (unit: string | null) => void;
    readonly autoFocus?: boolean;
    readonly description?: string | undefined;
  },
) {
  const { units, autoFocus = false, description, ...rest } = props;
  const words = useMessages().console.route;
  return (
    <Select
      {...rest}
      {...(description !== undefined && { description })}
      data={[...units]}
      filter={useUnitFilter(units)}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={words.nothingFound}
      data-autofocus={autoFocus || undefined}
      // A unit that is suggested gives way to what is typed.
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

/** Several units, such as 协办. */
export function UnitsSelect(
  props: Common & { readonly value: string[]; readonly onChange: (units: string[]) => void },
) {
  const { units, ...rest } = props;
  const words = useMessages().console.route;
  return (
    <MultiSelect
      {...rest}
      data={[...units]}
      filter={useUnitFilter(units)}
      searchable
      selectFirstOptionOnChange
      maxValues={LIMITS.supportUnitsMax}
      // Downwards the list would lie on the button that sends.
      comboboxProps={{ position: "top" }}
      nothingFoundMessage={words.nothingFound}
    />
  );
}
