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
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
}

/** 想问哪个单位: found by characters or pinyin initials; none means that staff decide. */
export function UnitPicker({ value, onChange }: Props) {
  const { room: words } = useMessages();
  const people = useRecords("person");
  const units = useMemo(() => municipalUnits(people), [people]);
  const readings = useReadings(units);
  return (
    <Select
      mt={12}
      searchable
      clearable
      label={words.ask.addressed}
      placeholder={words.ask.anyUnit}
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
