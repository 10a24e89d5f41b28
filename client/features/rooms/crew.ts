import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";

/** Names of those who lead a group and of those who record in it, by 排序号. */
export interface Crew {
  readonly leaders: readonly string[];
  readonly recorders: readonly string[];
}

export function crewOf({ roomId }: RoomRecord, people: readonly PersonView[]): Crew {
  const inside = people.filter((person) => person.removed !== true && person.roomId === roomId).sort(byOrder);
  const withDuty = (duty: PersonView["duties"][number]) =>
    inside.filter(({ duties }) => duties.includes(duty)).map(({ name }) => name);
  return { leaders: withDuty("leader"), recorders: withDuty("recorder") };
}
