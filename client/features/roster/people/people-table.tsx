import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { useKeptFocus } from "../../../ui/use-kept-focus.ts";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { filterPeople, groupsOf, type PeopleFilter } from "../people-filter.ts";
import { useRosterEdits } from "../use-roster-edits.ts";
import { AddPerson } from "./add-person.tsx";
import { CorrectRow } from "./correct-row.tsx";
import { GuessedSides } from "./guessed-sides.tsx";
import { PeopleFilters } from "./people-filters.tsx";
import classes from "./people-table.module.css";
import { PersonRow } from "./person-row.tsx";
import { useCorrecting } from "./use-correcting.ts";

const PEOPLE_AT_ONCE = 100;
/** Without them a session can be held, and its organiser is alone with the work. */
const NEEDED = ["moderator", "recorder"] as const;
const EVERYBODY: PeopleFilter = { text: "", group: "all", side: "all", presence: "all" };

interface Props {
  readonly sessionId: string;
  readonly signedIn: SignedIn;
  readonly isReadOnly: boolean;
}

/** Everybody on the roster: who is here, where, and what can be done about it. */
export function PeopleTable({ sessionId, signedIn, isReadOnly }: Props) {
  const words = useAllMessages().roster.people;
  const { fields } = useAllMessages().roster;
  const views = useRecords("person");
  const roomRecords = useRecords("room");
  const edits = useRosterEdits(sessionId, signedIn);
  const [filter, setFilter] = useState(EVERYBODY);
  const [limit, setLimit] = useState(PEOPLE_AT_ONCE);
  const [adding, setAdding] = useState(false);
  const { correcting, isUnfinished, begin, end } = useCorrecting();
  const { place, handlers } = useKeptFocus<HTMLTableSectionElement>(correcting?.person.personId ?? null);
  const columns = isReadOnly ? 6 : 7;

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
  const guessed = useMemo(() => people.filter((person) => person.sideGuessed === true), [people]);
  const roomOf = (person: PersonRecord) =>
    person.roomId ?? rooms.find((room) => room.roomKind === "plenary")?.roomId ?? "";
  const visible = shown.slice(0, limit);
  // What is being corrected stays in sight, whatever is filtered meanwhile.
  if (correcting !== null && !visible.some((person) => person.id === correcting.person.id))
    visible.unshift(correcting.person);
  const change = (changes: Partial<PeopleFilter>) => {
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
      {!isReadOnly && guessed.length > 0 && (
        <GuessedSides
          guessed={guessed}
          edits={edits}
          isShown={filter.side === "guessed"}
          onShow={() => change({ ...EVERYBODY, side: "guessed" })}
        />
      )}
      {adding && <AddPerson edits={edits} groups={groups} onClose={() => setAdding(false)} />}
      <PeopleFilters filter={filter} groups={groups} onChange={change} />
      {visible.length === 0 ? (
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
              <th scope="col">{fields.side}</th>
              <th scope="col">
                {fields.group} · {fields.seat}
              </th>
              <th scope="col">
                {words.status} · {words.room}
              </th>
              {!isReadOnly && <th scope="col">{words.actions}</th>}
            </tr>
          </thead>
          <tbody ref={place} tabIndex={-1} className={classes.body} {...handlers}>
            {visible.map((person) =>
              !isReadOnly && person.id === correcting?.person.id ? (
                <CorrectRow
                  key={person.id}
                  person={correcting.person}
                  roomId={roomOf(correcting.person)}
                  columns={columns}
                  groups={groups}
                  edits={edits}
                  focused={correcting.field}
                  isUnfinished={isUnfinished}
                  reminders={correcting.reminders}
                  onClose={end}
                />
              ) : (
                <PersonRow
                  key={person.id}
                  person={person}
                  rooms={rooms}
                  roomId={roomOf(person)}
                  columns={columns}
                  edits={edits}
                  isReadOnly={isReadOnly}
                  onCorrect={(field) => begin(person, field)}
                />
              ),
            )}
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
