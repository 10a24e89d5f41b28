import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import { useRecords } from "../../session/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import type { SignedIn } from "../organiser/organiser-gate.tsx";
import { AddPerson } from "./add-person.tsx";
import classes from "./people-table.module.css";
import { PersonRow } from "./person-row.tsx";
import { filterPeople, groupsOf, type RosterFilter } from "./roster-filter.ts";
import { useRosterEdits } from "./use-roster-edits.ts";

const PEOPLE_AT_ONCE = 100;
/** Without them a session can be held, and its organiser is alone with the work. */
const NEEDED = ["moderator", "recorder"] as const;
const EVERYBODY: RosterFilter = { text: "", group: "all", presence: "all" };
/** Marks a group's name in a select, so that no group can be called like one of its fixed options. */
const GROUP_PREFIX = "group:";

interface Props {
  readonly sessionId: string;
  readonly signedIn: SignedIn;
  readonly isReadOnly: boolean;
}

/** Everybody on the roster: who is here, where, and what can be done about it. */
export function PeopleTable({ sessionId, signedIn, isReadOnly }: Props) {
  const words = useMessages().roster.people;
  const { fields } = useMessages().roster;
  const views = useRecords("person");
  const roomRecords = useRecords("room");
  const edits = useRosterEdits(sessionId, signedIn);
  const [filter, setFilter] = useState(EVERYBODY);
  const [limit, setLimit] = useState(PEOPLE_AT_ONCE);
  const [adding, setAdding] = useState(false);

  const people = useMemo(
    () =>
      views
        .map((view): PersonRecord => ({ seat: null, arrivedAt: null, removed: false, ...view }))
        .filter((person) => !person.removed),
    [views],
  );
  const rooms = useMemo(() => [...roomRecords].sort((a, b) => a.order - b.order), [roomRecords]);
  const groups = useMemo(() => groupsOf(people), [people]);
  const shown = useMemo(() => filterPeople(people, filter), [people, filter]);
  const change = (changes: Partial<RosterFilter>) => {
    setFilter({ ...filter, ...changes });
    setLimit(PEOPLE_AT_ONCE);
  };

  if (people.length === 0 && !adding) {
    return (
      <EmptyState title={words.none} hint={words.noneHint}>
        {!isReadOnly && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <section className={classes.people} aria-labelledby="people-heading">
      <div className={classes.head}>
        <h3 id="people-heading" className={classes.heading}>
          {words.heading(people.length)}
        </h3>
        {!isReadOnly && !adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </div>
      {!isReadOnly &&
        NEEDED.filter((duty) => !people.some(({ duties }) => duties.includes(duty))).map((duty) => (
          <p key={duty} className={classes.warning} role="status">
            {words.nobodyOnDuty[duty]}
          </p>
        ))}
      {adding && <AddPerson edits={edits} groups={groups} onClose={() => setAdding(false)} />}
      <div className={classes.filters}>
        <TextInput
          label={words.searchLabel}
          placeholder={words.search}
          value={filter.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.group}
          value={typeof filter.group === "object" ? GROUP_PREFIX + filter.group.name : filter.group}
          onChange={(event) => change({ group: groupChoice(event.currentTarget.value) })}
          data={[
            { value: "all", label: words.allGroups },
            ...groups.map((name) => ({ value: GROUP_PREFIX + name, label: name })),
            { value: "none", label: words.plenaryOnly },
          ]}
        />
        <NativeSelect
          label={words.status}
          value={filter.presence}
          onChange={(event) => change({ presence: presenceChoice(event.currentTarget.value) })}
          data={[
            { value: "all", label: words.statusAll },
            { value: "arrived", label: words.statusArrived },
            { value: "absent", label: words.statusAbsent },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.noMatch} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{fields.order}</th>
              <th scope="col">{fields.name}</th>
              <th scope="col">
                {fields.unit} · {fields.post}
              </th>
              <th scope="col">
                {fields.group} · {fields.seat}
              </th>
              <th scope="col">{words.status}</th>
              <th scope="col">{words.room}</th>
              {!isReadOnly && <th scope="col">{words.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, limit).map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                rooms={rooms}
                edits={edits}
                isReadOnly={isReadOnly}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > limit && (
        <Button variant="default" mt="md" onClick={() => setLimit(limit + PEOPLE_AT_ONCE)}>
          {words.more(Math.min(PEOPLE_AT_ONCE, shown.length - limit))}
        </Button>
      )}
    </section>
  );
}

function groupChoice(value: string): RosterFilter["group"] {
  if (value.startsWith(GROUP_PREFIX)) return { name: value.slice(GROUP_PREFIX.length) };
  return value === "none" ? "none" : "all";
}

function presenceChoice(value: string): RosterFilter["presence"] {
  return value === "arrived" || value === "absent" ? value : "all";
}
