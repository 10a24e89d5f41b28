import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, set } from "../patches.ts";
import { type PersonRecord, personRecordId } from "../people/records.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import { LeaderDuties } from "./leader-duties.ts";
import { findRound, isOnRoster } from "./planning.ts";
import type { RoundRecord, RoundStart } from "./records.ts";
import { seatingOf, seatsOf, withSeat } from "./seats.ts";

export function seatPerson(command: CommandOf<"round.seat">, { state }: Acting): Result<Patch[]> {
  const { roundId, personId, roomId, locked } = command;
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  if (round.status === "ended") return refuse("round_ended");
  if (!isOnRoster(personId, state)) return refuse("person_unknown");
  const target = round.groups.find((group) => group.roomId === roomId);
  if (roomId !== null && target === undefined) return refuse("room_unknown");
  const seating = seatingOf(round.groups);
  const before = seating.get(personId) ?? null;
  if (before === null && roomId !== null && seating.size >= LIMITS.roundSeatsMax)
    return refuse("too_many_people");
  const wasLocked = round.groups.some((group) => group.locked.includes(personId));
  if (before === roomId && (roomId === null || wasLocked === locked)) return done([]);
  const groups = withSeat(round.groups, { personId, roomId, locked });
  if (round.status === "planned") return done([set(round, { groups })]);
  const duties = new LeaderDuties(round.start, state);
  const leads = round.groups.some(({ leaderId }) => leaderId === personId);
  if (leads && before !== roomId) duties.unmake(personId);
  // In a round that is running a seat is where somebody sits.
  const person = state.find("person", personRecordId(personId));
  if (person !== undefined && before !== roomId) duties.change(person, { roomId });
  const start = withOrigin(duties.start(), person);
  return done([...duties.patches(), withStart(round, { groups, start })]);
}

/** Who comes into a round later goes back as well when it is taken back. */
function withOrigin(start: RoundStart | null, person: PersonRecord | undefined): RoundStart | null {
  if (start === null || person === undefined) return start;
  const { personId, roomId } = person;
  if (start.cameFrom.some(({ personIds }) => personIds.includes(personId))) return start;
  return { ...start, cameFrom: [...start.cameFrom, { roomId, personIds: [personId] }] };
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
  if (round.status === "planned" || as === "recorder") return done([withStart(round, { groups })]);
  const duties = new LeaderDuties(round.start, state);
  if (before !== null) duties.unmake(before);
  if (personId !== null) duties.make(personId);
  return done([...duties.patches(), withStart(round, { groups, start: duties.start() })]);
}

function withStart(round: RoundRecord, fields: Partial<Pick<RoundRecord, "groups" | "start">>): Patch {
  return put("round", round.id, { ...bareFields(round), ...fields });
}
