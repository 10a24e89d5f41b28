import { Select } from "@mantine/core";
import { useMemo } from "react";
import type { PersonView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { fits, normaliseTyped, useReadings } from "../../ui/pinyin-match.ts";

interface Props {
  readonly label: string;
  /** In the order they are offered; keep the array stable. */
  readonly people: readonly PersonView[];
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
}

/** One person, found by characters or pinyin initials of name or unit. */
export function PersonSelect({ label, people, value, onChange }: Props) {
  const words = useMessages().console.route;
  const data = useMemo(
    () => people.map(({ personId, name, unit }) => ({ value: personId, label: `${name} ${unit}` })),
    [people],
  );
  const texts = useMemo(() => data.map((option) => option.label), [data]);
  const readings = useReadings(texts);
  return (
    <Select
      label={label}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      data-autofocus
      nothingFoundMessage={words.nothingFound}
      filter={({ options, search }) => {
        const typed = normaliseTyped(search);
        return options.filter(
          (option) => "label" in option && fits(typed, option.label, readings.get(option.label)),
        );
      }}
    />
  );
}
