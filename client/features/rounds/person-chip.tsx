import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import styles from "./rounds.module.css";
import { useRoundWords } from "./use-round-words.ts";
import type { Person } from "./use-rounds.ts";
import type { Seats } from "./use-seats.ts";

/** What is dragged, so that nothing else is taken for a person. */
export const PERSON_TYPE = "application/x-yantao-person";

interface Props {
  readonly person: Person;
  readonly group: RoundGroup | null;
  /** Who chose the seat himself. */
  readonly chosen: readonly string[];
  readonly seats: Seats;
  readonly isEntry: boolean;
  readonly isReadOnly: boolean;
}

/** One person, to be dragged, chosen, or moved by keys. */
export function PersonChip({ person, group, chosen, seats, isEntry, isReadOnly }: Props) {
  const words = useRoundWords();
  const { personId, name, unit, post } = person;
  const isLocked = group?.locked.includes(personId) === true;
  const roles = [
    ...(isLocked ? ([chosen.includes(personId) ? "chose" : "locked"] as const) : []),
    ...(group?.leaderId === personId ? (["leader"] as const) : []),
    ...(group?.recorderId === personId ? (["recorder"] as const) : []),
  ];
  const who = post === null ? unit : `${unit} ${post}`;
  return (
    <button
      type="button"
      className={styles.chip}
      data-person={personId}
      data-locked={isLocked || undefined}
      draggable={!isReadOnly}
      tabIndex={isEntry ? 0 : -1}
      title={`${name} ${who}`}
      aria-label={words.chip(name, [who, group?.name ?? words.unseated, ...roles.map((role) => words[role])])}
      aria-pressed={seats.chosen?.personId === personId}
      onClick={() => seats.choose(personId)}
      onDragStart={(event) => {
        event.dataTransfer.setData(PERSON_TYPE, personId);
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <strong>{name}</strong>
      <span className={styles.chipUnit}>{unit}</span>
      {roles.map((role) => (
        <span key={role} className={styles.mark}>
          {words.marks[role]}
        </span>
      ))}
    </button>
  );
}
