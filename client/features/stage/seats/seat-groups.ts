import { byOrder } from "../../../../shared/domain/people/by-order.ts";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { seatsOf } from "../../../../shared/domain/rounds/seats.ts";
import type { RoundView } from "../../../../shared/domain/rounds/views.ts";

/** One group as the hall reads it; what is not in it the hall does not see. */
export interface SeatGroup {
  readonly roomId: string;
  readonly name: string;
  /** Names of those who lead it. */
  readonly leaders: readonly string[];
  /** By 排序号. */
  readonly people: readonly { readonly personId: string; readonly name: string; readonly unit: string }[];
}

/**
 * The groups of a round with those who sit there. While it is running that is who is in the room, wherever somebody was seated: people
 * look here for where they are to go. Groups of nobody are left out.
 */
export function seatGroupsOf(
  { groups, status }: RoundView,
  people: readonly PersonView[],
  rooms: readonly RoomRecord[],
): SeatGroup[] {
  const onRoster = people.filter(({ removed }) => removed !== true).sort(byOrder);
  return groups.flatMap((group) => {
    const { roomId, leaderId } = group;
    const seated = new Set(seatsOf(group));
    const isRunning = status === "running";
    const here = onRoster.filter((one) => (isRunning ? one.roomId === roomId : seated.has(one.personId)));
    if (here.length === 0) return [];
    const leads = ({ personId, duties }: PersonView) =>
      isRunning ? duties.includes("leader") : personId === leaderId;
    return [
      {
        roomId,
        name: rooms.find((room) => room.roomId === roomId)?.name ?? group.name,
        leaders: here.filter(leads).map(({ name }) => name),
        people: here.map(({ personId, name, unit }) => ({ personId, name, unit })),
      },
    ];
  });
}
