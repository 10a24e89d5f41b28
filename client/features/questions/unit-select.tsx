import { MultiSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useMessages } from "../../ui/language.tsx";
import { fittingOptions } from "../../ui/search/fitting-options.ts";
import { useReadings } from "../../ui/search/pinyin-match.ts";
import { SearchSelect } from "../../ui/search/search-select.tsx";

interface Common {
  readonly label: string;
  readonly placeholder?: string;
  readonly units: readonly string[];
}

interface OneUnit extends Common {
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
  readonly autoFocus?: boolean;
  readonly description?: string | undefined;
  /** What is typed and fits no unit, where it is kept. */
  readonly typed?: string;
  readonly onTyped?: (typed: string) => void;
  readonly onChosen?: () => void;
  readonly onPass?: () => void;
}

/** One unit, such as 主办. */
export function UnitSelect({ units, description, ...rest }: OneUnit) {
  const words = useMessages().common.unit;
  const choices = useMemo(() => units.map((unit) => ({ value: unit, label: unit })), [units]);
  return (
    <SearchSelect
      {...rest}
      {...(description !== undefined && { description })}
      choices={choices}
      nothingFound={words.nothingFound}
      notChosen={words.notChosen}
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
  const { nothingFound } = useMessages().common.unit;
  const [isUsed, setUsed] = useState(false);
  const { readings } = useReadings(units, isUsed);
  return (
    <MultiSelect
      {...rest}
      data={[...units]}
      filter={fittingOptions(readings, nothingFound)}
      searchable
      onFocus={() => setUsed(true)}
      selectFirstOptionOnChange
      maxValues={LIMITS.supportUnitsMax}
      // Downwards the list would lie on the button that sends.
      comboboxProps={{ position: "top" }}
    />
  );
}
