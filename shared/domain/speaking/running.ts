import type { Actor } from "../actor.ts";
import { leadsRoom } from "../people/leading.ts";
import { isStaff, personOf } from "../people/standing.ts";
import type { SessionState } from "../state.ts";
import { pointRecordId, speechRecordId } from "./records.ts";

/** Who runs the speaking in a room and notes what is said: staff, and a group's leader in the own room. */
function runsFloor(actor: Actor, roomId: string, state: SessionState): boolean {
  return isStaff(actor, state) || leadsRoom(actor, roomId, state);
}

export function isOwnSpeech(
  actor: Actor,
  speech: { readonly personId: string } | undefined,
  state: SessionState,
): boolean {
  const person = personOf(actor, state);
  return person !== undefined && speech?.personId === person.personId;
}

export const runsQueue = (actor: Actor, { roomId }: { readonly roomId: string }, state: SessionState) =>
  runsFloor(actor, roomId, state);

export const runsSpeech = (actor: Actor, { speechId }: { readonly speechId: string }, state: SessionState) =>
  runsFloor(actor, state.find("speech", speechRecordId(speechId))?.roomId ?? "", state);

export const runsPoint = (actor: Actor, { pointId }: { readonly pointId: string }, state: SessionState) =>
  runsFloor(actor, state.find("point", pointRecordId(pointId))?.roomId ?? "", state);
