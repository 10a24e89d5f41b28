import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useRecords } from "../../session/hooks.ts";
import type { PersonView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { fits, normaliseTyped, useReadings } from "../../ui/pinyin-match.ts";

/** The units that can be asked, in the order of the roster. */
export function municipalUnits(people: readonly PersonView[]): readonly string[] {
  const sorted = people
    .filter((person) => person.side === "municipal" && person.removed !== true)
    .sort((one, other) => one.order - other.order);
  return [...new Set(sorted.map((person) => person.unit))];
}

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
  const { room: words } = useMessages();
  const people = useRecords("person");
  const units = useMemo(() => municipalUnits(people).filter((unit) => unit !== without), [people, without]);
  const readings = useReadings(units);
  return (
    <Select
      mt={12}
      searchable
      clearable
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
      nothingFoundMessage={words.noneFit}
    />
  );
}
