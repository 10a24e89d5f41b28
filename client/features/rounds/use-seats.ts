import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { seatsOf } from "../../../shared/domain/rounds/seats.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Person, Round, RoundPeople } from "./use-rounds.ts";

/** People as they sit: a group, or null for those who sit nowhere. */
export interface Table {
  readonly group: RoundGroup | null;
  readonly people: readonly Person[];
}

export interface Seats {
  /** Who sits nowhere first, then the groups in their order; people by 排序号. */
  readonly tables: readonly Table[];
  readonly chosen: Person | undefined;
  choose(personId: string): void;
  isLocked(personId: string): boolean;
  groupOf(personId: string): RoundGroup | null;
  /** Seats somebody elsewhere by hand; who is locked is so there too. */
  move(personId: string, roomId: string | null): void;
  setLocked(personId: string, locked: boolean): void;
  /** Walks among people, moves, locks; the focus stays on the person. */
  onKeyDown(event: KeyboardEvent): void;
  readonly board: RefObject<HTMLDivElement | null>;
}

/** Who sits where in a round, and moving people by hand, by mouse, menu or keys. */
export function useSeats(round: Round, people: RoundPeople, acts: RoundActs, isReadOnly: boolean): Seats {
  const words = useRoundWords();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const following = useRef<string | null>(null);
  const tables = useMemo(() => tablesOf(round, people), [round, people]);

  // Who was moved by a key takes the focus along.
  useEffect(() => {
    const personId = following.current;
    if (personId === null || tables.length === 0) return;
    const chip = board.current?.querySelector<HTMLElement>(`[data-person="${personId}"]`);
    if (document.activeElement !== document.body || !chip) return;
    chip.focus();
    following.current = null;
  }, [tables]);

  const groupOf = (personId: string) =>
    round.groups.find((group) => seatsOf(group).includes(personId)) ?? null;
  const isLocked = (personId: string) => round.groups.some(({ locked }) => locked.includes(personId));
  const move = (personId: string, roomId: string | null) => {
    const person = people.byId.get(personId);
    const before = { personId, roomId: groupOf(personId)?.roomId ?? null, locked: isLocked(personId) };
    if (isReadOnly || person === undefined || before.roomId === roomId) return;
    const target = round.groups.find((group) => group.roomId === roomId);
    const done =
      target === undefined ? words.unseatedDone(person.name) : words.moved(person.name, target.name);
    acts.seat(round, { ...before, roomId, locked: roomId !== null && before.locked }, before, done);
  };
  const setLocked = (personId: string, locked: boolean) => {
    const roomId = groupOf(personId)?.roomId ?? null;
    if (isReadOnly || roomId === null) return;
    const seat = { personId, roomId, locked };
    acts.seat(round, seat, { ...seat, locked: !locked }, null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const personId = (event.target as HTMLElement).dataset.person;
    if (personId === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = tables.findIndex((table) => table.people.some((person) => person.personId === personId));
    const index = tables[at]?.people.findIndex((person) => person.personId === personId) ?? 0;
    const step = STEPS[event.key];
    if (event.key === "l" || event.key === "L") {
      event.preventDefault();
      setLocked(personId, !isLocked(personId));
    } else if (step !== undefined) {
      event.preventDefault();
      if (event.shiftKey) {
        following.current = personId;
        const target = step.across === 0 ? undefined : tables[at + step.across];
        if (target !== undefined) move(personId, target.group?.roomId ?? null);
      } else focusChip(board.current, neighbour(tables, at, index, step)?.personId);
    }
  };

  return {
    tables,
    chosen: chosenId === null ? undefined : people.byId.get(chosenId),
    choose: setChosenId,
    isLocked,
    groupOf,
    move,
    setLocked,
    onKeyDown,
    board,
  };
}

const STEPS: Readonly<Record<string, { readonly across: -1 | 0 | 1; readonly along: -1 | 0 | 1 }>> = {
  ArrowLeft: { across: -1, along: 0 },
  ArrowRight: { across: 1, along: 0 },
  ArrowUp: { across: 0, along: -1 },
  ArrowDown: { across: 0, along: 1 },
};

function tablesOf(round: Round, { all, seatable, byId }: RoundPeople): readonly Table[] {
  const seated = new Set(round.groups.flatMap(seatsOf));
  const rank = new Map(all.map(({ personId }, at) => [personId, at]));
  const inOrder = (ids: readonly string[]) =>
    ids
      .flatMap((personId) => byId.get(personId) ?? [])
      .sort((one, other) => (rank.get(one.personId) ?? 0) - (rank.get(other.personId) ?? 0));
  return [
    { group: null, people: seatable.filter(({ personId }) => !seated.has(personId)) },
    ...round.groups.map((group) => ({ group, people: inOrder(seatsOf(group)) })),
  ];
}

/** Who stands next to somebody: along the same group, or across in the nearest one that has people. */
function neighbour(
  tables: readonly Table[],
  at: number,
  index: number,
  { across, along }: { across: number; along: number },
): Person | undefined {
  if (across === 0) return tables[at]?.people[index + along];
  for (let next = at + across; next >= 0 && next < tables.length; next += across) {
    const { people } = tables[next] as Table;
    if (people.length > 0) return people[Math.min(index, people.length - 1)];
  }
  return undefined;
}

function focusChip(board: HTMLElement | null, personId: string | undefined): void {
  if (personId !== undefined) board?.querySelector<HTMLElement>(`[data-person="${personId}"]`)?.focus();
}
