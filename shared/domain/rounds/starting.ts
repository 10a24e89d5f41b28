import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put } from "../patches.ts";
import { grouped } from "../people/grouped.ts";
import type { PersonRecord } from "../people/records.ts";
import { personOnRoster } from "../people/standing.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import { newRoom } from "../rooms/judge.ts";
import { withStatus } from "../rooms/opening.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { LeaderDuties } from "./leader-duties.ts";
import { findRound, passedOf } from "./planning.ts";
import type { RoundRecord } from "./records.ts";
import { pruned, seatsOf } from "./seats.ts";

/**
 * Everybody of a round goes to the room of the group, which is made if there is none and opened; the leaders that are named lead
 * there, and others of their groups do not. The round that was running ends. Groups of nobody make no room.
 */
export function startRound({ roundId }: CommandOf<"round.start">, { state, now }: Acting): Result<Patch[]> {
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  if (round.status !== "planned") return refuse(passedOf(round.status));
  const groups = pruned(round.groups, (personId) => personOnRoster(personId, state) !== undefined);
  const seated = groups.filter((group) => seatsOf(group).length > 0);
  if (seated.length === 0) return refuse("round_empty");
  const rooms = roomsOf(seated, state);
  if (!rooms.ok) return rooms;

  const duties = new LeaderDuties(null, state);
  const running = [...state.all("round")].find(({ status }) => status === "running");
  // Who led by the round before leads by this one or not at all.
  for (const personId of running?.start?.madeLeaders ?? []) duties.unmake(personId);
  for (const personId of running?.start?.unmadeLeaders ?? []) duties.make(personId);
  const moved: PersonRecord[] = [];
  for (const group of seated) {
    for (const personId of seatsOf(group)) {
      const person = personOnRoster(personId, state);
      if (person === undefined) continue;
      if (person.roomId !== group.roomId) {
        moved.push(person);
        duties.change(person, { roomId: group.roomId });
      }
      if (group.leaderId === null) continue;
      if (group.leaderId === personId) duties.make(personId);
      else duties.unmake(personId);
    }
  }
  const patches = [...rooms.value.patches, ...duties.patches()];
  if (running !== undefined) patches.push(putRound(running, { status: "ended" }));
  const start = {
    at: now,
    cameFrom: whereFrom(moved),
    openedRoomIds: rooms.value.openedRoomIds,
    ...duties.leaders(),
    passedOver: round.groups
      .flatMap(seatsOf)
      .filter((personId) => personOnRoster(personId, state) === undefined),
    endedRoundId: running?.roundId ?? null,
  };
  return done([...patches, putRound(round, { status: "running", groups, start, choosing: false })]);
}

/** As if the round had not been started: it is planned again, and the one that it ended goes on. */
export function recallRound({ roundId }: CommandOf<"round.recall">, { state }: Acting): Result<Patch[]> {
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  const { start } = round;
  if (start === null || round.status !== "running") return refuse("round_not_running");
  const duties = new LeaderDuties(start, state);
  for (const { roomId, personIds } of start.cameFrom) {
    for (const personId of personIds) {
      const person = personOnRoster(personId, state);
      if (person !== undefined && person.roomId !== roomId) duties.change(person, { roomId });
    }
  }
  for (const personId of start.madeLeaders) duties.unmake(personId);
  for (const personId of start.unmadeLeaders) duties.make(personId);
  const patches = duties.patches();
  for (const roomId of start.openedRoomIds) {
    const room = state.find("room", roomRecordId(roomId));
    if (room?.status === "open") patches.push(withStatus(room, "closed"));
  }
  const ended = start.endedRoundId === null ? undefined : findRound(start.endedRoundId, state);
  if (ended?.status === "ended") patches.push(putRound(ended, { status: "running" }));
  return done([...patches, putRound(round, { status: "planned", start: null })]);
}

interface OpenedRooms {
  readonly patches: Patch[];
  readonly openedRoomIds: string[];
}

/** The rooms of groups: made where there are none, and open, whatever they were about to do. */
export function roomsOf(groups: RoundRecord["groups"], state: SessionState): Result<OpenedRooms> {
  const names = new Map<string, string>();
  let order = 0;
  for (const room of state.all("room")) {
    names.set(room.name, room.roomId);
    order = Math.max(order, room.order + 1);
  }
  const patches: Patch[] = [];
  const openedRoomIds: string[] = [];
  let madeCount = 0;
  for (const { roomId, name } of groups) {
    const room = state.find("room", roomRecordId(roomId));
    if (room?.roomKind === "plenary") return refuse("room_is_plenary");
    if (room?.status === "open" && room.closing === null) continue;
    if (room === undefined) {
      if (names.has(name)) return refuse("room_name_taken", { name });
      if (state.count("room") + madeCount >= LIMITS.roomsMax) return refuse("too_many_rooms");
    }
    if (room !== undefined) patches.push(withStatus(room, "open"));
    else {
      const made = newRoom({ roomId, name, kind: "breakout" }, order + madeCount);
      patches.push(put("room", roomRecordId(roomId), { ...made, status: "open" }));
      madeCount += 1;
    }
    if (room?.status !== "open") openedRoomIds.push(roomId);
  }
  return done({ patches, openedRoomIds });
}

function whereFrom(people: readonly PersonRecord[]) {
  const origins = grouped(people, ({ roomId }) => roomId ?? "");
  return [...origins].map(([roomId, here]) => ({
    roomId: roomId === "" ? null : roomId,
    personIds: here.map(({ personId }) => personId),
  }));
}

function putRound(round: RoundRecord, fields: Partial<RoundRecord>): Patch {
  return put("round", round.id, { ...bareFields(round), ...fields });
}
