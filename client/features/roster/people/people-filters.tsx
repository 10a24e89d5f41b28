import { NativeSelect, TextInput } from "@mantine/core";
import { sideSchema } from "../../../../shared/protocol/commands/people.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { type PeopleFilter, PRESENCES } from "../people-filter.ts";
import classes from "./people-table.module.css";

/** Marks a group's name in a select, so that no group can be called like one of its fixed options. */
const GROUP_PREFIX = "group:";

interface Props {
  readonly filter: PeopleFilter;
  readonly groups: readonly string[];
  readonly onChange: (changes: Partial<PeopleFilter>) => void;
}

/** Whom the people table shows. */
export function PeopleFilters({ filter, groups, onChange }: Props) {
  const { roster } = useAllMessages();
  const words = roster.people;
  return (
    <div className={classes.filters}>
      <TextInput
        label={words.searchLabel}
        placeholder={words.search}
        value={filter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <NativeSelect
        label={roster.fields.side}
        value={filter.side}
        onChange={(event) => onChange({ side: sideChoice(event.currentTarget.value) })}
        data={[
          { value: "all", label: words.allSides },
          ...sideSchema.options.map((side) => ({ value: side, label: roster.sides[side] })),
          { value: "guessed", label: roster.guessed },
        ]}
      />
      <NativeSelect
        label={words.group}
        value={typeof filter.group === "object" ? GROUP_PREFIX + filter.group.name : filter.group}
        onChange={(event) => onChange({ group: groupChoice(event.currentTarget.value) })}
        data={[
          { value: "all", label: words.allGroups },
          ...groups.map((name) => ({ value: GROUP_PREFIX + name, label: name })),
          { value: "none", label: words.plenaryOnly },
        ]}
      />
      <NativeSelect
        label={words.status}
        value={filter.presence}
        onChange={(event) => onChange({ presence: presenceChoice(event.currentTarget.value) })}
        data={[
          { value: "all", label: words.statusAll },
          ...PRESENCES.map((presence) => ({ value: presence, label: words[presence] })),
        ]}
      />
    </div>
  );
}

function groupChoice(value: string): PeopleFilter["group"] {
  if (value.startsWith(GROUP_PREFIX)) return { name: value.slice(GROUP_PREFIX.length) };
  return value === "none" ? "none" : "all";
}

function sideChoice(value: string): PeopleFilter["side"] {
  return value === "guessed" ? value : (sideSchema.safeParse(value).data ?? "all");
}

function presenceChoice(value: string): PeopleFilter["presence"] {
  return PRESENCES.find((presence) => presence === value) ?? "all";
}
