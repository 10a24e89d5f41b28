import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import type { PersonRecord } from "../people/records.ts";
import { personOnRoster } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import { LeaderDuties } from "./leader-duties.ts";
import { findRound } from "./planning.ts";
import type { RoundStart } from "./records.ts";
import { seatingOf, seatsOf, withSeat } from "./seats.ts";
import { roomsOf } from "./starting.ts";

export function seatPerson(command: CommandOf<"round.seat">, { state }: Acting): Result<Patch[]> {
  const { roundId, personId, roomId, locked } = command;
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  if (round.status === "ended") return refuse("round_ended");
  const person = personOnRoster(personId, state);
  if (person === undefined) return refuse("person_unknown");
  const target = round.groups.find((group) => group.roomId === roomId);
  if (roomId !== null && target === undefined) return refuse("room_unknown");
  const seating = seatingOf(round.groups);
  const before = seating.get(personId) ?? null;
  if (before === null && roomId !== null && seating.size >= LIMITS.roundSeatsMax)
    return refuse("too_many_people");
  const wasLocked = round.groups.some((group) => group.locked.includes(personId));
  if (before === roomId && (roomId === null || wasLocked === locked)) return done([]);
  const groups = withSeat(round.groups, { personId, roomId, locked });
  // Staff have the last word on a seat.
  const chosen = round.chosen.filter((id) => id !== personId);
  if (round.status === "planned") return done([set(round, { groups, chosen })]);
  const duties = new LeaderDuties(round.start, state);
  const leads = round.groups.some(({ leaderId }) => leaderId === personId);
  if (leads && before !== roomId) duties.unmake(personId);
  // In a round that is running a seat is where somebody sits.
  if (before !== roomId) duties.change(person, { roomId });
  // A group in which nobody sat as the round began has no room yet.
  const isNew = target !== undefined && state.get(roomRecordId(target.roomId)) === undefined;
  const rooms = isNew ? roomsOf([target], state) : done({ patches: [], openedRoomIds: [] });
  if (!rooms.ok) return rooms;
  const { patches, openedRoomIds } = rooms.value;
  const start = withRooms(withOrigin(duties.start(), person), openedRoomIds);
  return done([...patches, ...duties.patches(), set(round, { groups, chosen, start })]);
}

/** Who comes into a round later goes back as well when it is taken back. */
function withOrigin(start: RoundStart | null, person: PersonRecord): RoundStart | null {
  if (start === null) return start;
  const { personId, roomId } = person;
  if (start.cameFrom.some(({ personIds }) => personIds.includes(personId))) return start;
  return { ...start, cameFrom: [...start.cameFrom, { roomId, personIds: [personId] }] };
}

/** Rooms that are opened later are closed as well. */
function withRooms(start: RoundStart | null, roomIds: readonly string[]): RoundStart | null {
  if (start === null || roomIds.length === 0) return start;
  return { ...start, openedRoomIds: [...start.openedRoomIds, ...roomIds] };
}

export function appoint(command: CommandOf<"round.appoint">, { state }: Acting): Result<Patch[]> {
  const { roundId, roomId, as, personId } = command;
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  if (round.status === "ended") return refuse("round_ended");
  const group = round.groups.find((one) => one.roomId === roomId);
  if (group === undefined) return refuse("room_unknown");
  if (personId !== null && !seatsOf(group).includes(personId)) return refuse("person_not_seated");
  const field = as === "leader" ? "leaderId" : "recorderId";
  const before = group[field];
  if (before === personId) return done([]);
  const groups = round.groups.map((one) => (one === group ? { ...one, [field]: personId } : one));
  if (round.status === "planned" || as === "recorder") return done([set(round, { groups })]);
  const duties = new LeaderDuties(round.start, state);
  if (before !== null) duties.unmake(before);
  if (personId !== null) duties.make(personId);
  return done([...duties.patches(), set(round, { groups, start: duties.start() })]);
}
