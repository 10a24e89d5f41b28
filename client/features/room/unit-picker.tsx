import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useMessages } from "../../ui/language.tsx";
import { fits, normaliseTyped, useReadings } from "../../ui/pinyin-match.ts";
import { useMunicipalUnits } from "../questions/use-municipal-units.ts";

interface Props {
  readonly label: string;
  readonly placeholder?: string;
  /** A unit that is not offered. */
  readonly without?: string;
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
}

/** One of the units that can be asked, found by characters or pinyin initials, or none. */
export function UnitPicker({ label, placeholder, without, value, onChange }: Props) {
  const words = useMessages().console.route;
  const all = useMunicipalUnits();
  const units = useMemo(() => all.filter((unit) => unit !== without), [all, without]);
  const readings = useReadings(units);
  return (
    <Select
      mt={12}
      searchable
      clearable
      // A form that opens with the focus here stays in sight; a press, a key or an arrow shows the units.
      openOnFocus={false}
      label={label}
      {...(placeholder !== undefined && { placeholder })}
      value={value}
      onChange={onChange}
      data={[...units]}
      filter={({ options, search }) => {
        const typed = normaliseTyped(search);
        return options.filter(
          (option) => "value" in option && fits(typed, option.label, readings.get(option.label)),
        );
      }}
      nothingFoundMessage={words.nothingFound}
    />
  );
}
