import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";

/** The rooms somebody may enter, in their order: staff all of them, a person the plenary and the own group. */
export function myRooms(
  rooms: readonly RoomRecord[],
  me: PersonView | undefined,
  isStaff: boolean,
): readonly RoomRecord[] {
  return rooms
    .filter((room) => isStaff || room.roomKind === "plenary" || room.roomId === me?.roomId)
    .sort((one, other) => one.order - other.order);
}

/** Where to begin: the own group once it is open, else the plenary, else whatever there is. */
export function firstRoom(rooms: readonly RoomRecord[], me: PersonView | undefined): RoomRecord | undefined {
  return (
    rooms.find((room) => room.roomId === me?.roomId && room.status === "open") ??
    rooms.find((room) => room.roomKind === "plenary") ??
    rooms[0]
  );
}

/** How many of the roster are in a room. */
export function peopleIn(room: RoomRecord, people: readonly PersonView[]): number {
  return people.filter(
    (person) => person.removed !== true && (room.roomKind === "plenary" || person.roomId === room.roomId),
  ).length;
}
