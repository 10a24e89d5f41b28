import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { RoundView } from "../../../shared/domain/rounds/views.ts";

/** Names of those who lead a group and of those who record in it, by 排序号. */
export interface Crew {
  readonly leaders: readonly string[];
  readonly recorders: readonly string[];
}

/** `rounds`, where the viewer has them: the one that runs may name who records in the group. */
export function crewOf(
  { roomId }: RoomRecord,
  people: readonly PersonView[],
  rounds: readonly RoundView[],
): Crew {
  const inside = people.filter((person) => person.removed !== true && person.roomId === roomId).sort(byOrder);
  const groups = rounds.find(({ status }) => status === "running")?.groups ?? [];
  const named = groups.find((group) => group.roomId === roomId)?.recorderId ?? null;
  const leaders = inside.filter(({ duties }) => duties.includes("leader"));
  const recorders = inside.filter(
    ({ personId, duties }) => personId === named || duties.includes("recorder"),
  );
  return { leaders: leaders.map(({ name }) => name), recorders: recorders.map(({ name }) => name) };
}
