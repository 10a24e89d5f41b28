import { type DragEvent, useState } from "react";
import { GroupForm } from "./group-form.tsx";
import { PERSON_TYPE, PersonChip } from "./person-chip.tsx";
import styles from "./rounds.module.css";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Round } from "./use-rounds.ts";
import type { Seats, Table } from "./use-seats.ts";

interface Props {
  readonly round: Round;
  readonly table: Table;
  readonly seats: Seats;
  readonly acts: RoundActs;
  /** Who takes the focus where one comes in by the Tab key. */
  readonly entryId: string | undefined;
  readonly isReadOnly: boolean;
}

/** One group with its people; people are dropped on it. */
export function GroupColumn({ round, table: { group, people }, seats, acts, entryId, isReadOnly }: Props) {
  const words = useRoundWords();
  const [isOver, setIsOver] = useState(false);
  const name = group?.name ?? words.unseated;
  const takes = (event: DragEvent) => !isReadOnly && event.dataTransfer.types.includes(PERSON_TYPE);
  const nameOf = (personId: string | null | undefined) =>
    people.find((person) => person.personId === personId)?.name;
  const leader = nameOf(group?.leaderId);
  const recorder = nameOf(group?.recorderId);
  return (
    <section
      className={styles.group}
      aria-label={words.group(name, people.length)}
      data-over={isOver || undefined}
      data-unseated={group === null || undefined}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        setIsOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        seats.move(event.dataTransfer.getData(PERSON_TYPE), group?.roomId ?? null);
      }}
    >
      <header className={styles.groupHead}>
        <h3 title={name}>{name}</h3>
        <span>
          {group?.max == null ? words.people(people.length) : words.peopleOf(people.length, group.max)}
        </span>
        {group !== null && !isReadOnly && round.status === "planned" && (
          <GroupForm round={round} group={group} acts={acts} />
        )}
      </header>
      {group?.topic !== undefined && (
        <p className={styles.groupTopic} title={group.topic}>
          {group.topic}
        </p>
      )}
      {group !== null && (
        <p className={styles.groupRoles}>
          {[leader && words.leaderIs(leader), recorder && words.recorderIs(recorder)]
            .filter(Boolean)
            .join(" · ") || "\u00A0"}
        </p>
      )}
      {people.length === 0 ? (
        <p className={styles.nobody}>{group === null ? words.everybodySeated : words.emptyGroup}</p>
      ) : (
        <ul className={styles.people}>
          {people.map((person) => (
            <li key={person.personId}>
              <PersonChip
                person={person}
                group={group}
                chosen={round.chosen}
                seats={seats}
                isEntry={person.personId === entryId}
                isReadOnly={isReadOnly}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
