import type { Acting } from "../acting.ts";
import type { Patch } from "../patches.ts";
import { put } from "../patches.ts";
import type { PersonRecord } from "../people/records.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import { isOpenAt, type RoomRecord, roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { spokenAt } from "./clock.ts";
import { type PointRecord, type SpeechRecord, speechRecordId } from "./records.ts";
import { hasFloor } from "./speech-state.ts";

export function findSpeech(speechId: string, state: SessionState): Result<SpeechRecord> {
  const speech = state.find("speech", speechRecordId(speechId));
  return speech === undefined ? refuse("speech_unknown") : done(speech);
}

/** A room in which somebody may get the floor at `now`. */
export function findOpenRoom(
  roomId: string,
  { state, now }: Pick<Acting, "state" | "now">,
): Result<RoomRecord> {
  const room = state.find("room", roomRecordId(roomId));
  if (room === undefined) return refuse("room_unknown");
  return isOpenAt(room, now) ? done(room) : refuse("room_closed");
}

/** All speeches of a room or of a person, in no particular order. */
export function* speechesOf(parentId: string, state: SessionState): Generator<SpeechRecord> {
  for (const record of state.children(parentId)) if (record.kind === "speech") yield record;
}

/** The points of a speech, those taken away among them, in no particular order. */
export function* pointsOf(speechId: string, state: SessionState): Generator<PointRecord> {
  for (const record of state.children(speechRecordId(speechId))) if (record.kind === "point") yield record;
}

/** Whether somebody is there to be called: on the roster and not gone home. */
export function isStillHere({ removed, leftAt }: Pick<PersonRecord, "removed" | "leftAt">): boolean {
  return !removed && leftAt == null;
}

/** What a speech has whatever its state. */
export function sharedFields(speech: SpeechRecord) {
  const { speechId, roomId, personId, order, asked, gist } = speech;
  return { speechId, roomId, personId, order, asked, gist };
}

/** What a speech with the floor keeps of it: since when, within what, and how long it took up to `now`. */
function heldFields(speech: Extract<SpeechRecord, { status: "speaking" | "paused" }>, now: number) {
  const { startedAt, budgetMs } = speech;
  return { ...sharedFields(speech), startedAt, budgetMs, spokenMs: spokenAt(speech, now) };
}

/** The floor is taken from whoever has it; nothing changes for others. */
export function endSpeech(speech: SpeechRecord, now: number): Patch[] {
  if (!hasFloor(speech)) return [];
  return [put("speech", speech.id, { ...heldFields(speech, now), status: "over", endedAt: now })];
}

/** The clock of whoever speaks is held. */
export function pauseSpeech(speech: SpeechRecord, now: number): Patch[] {
  if (speech.status !== "speaking") return [];
  return [put("speech", speech.id, { ...heldFields(speech, now), status: "paused" })];
}

/** Out of the queue; nothing changes for one that does not wait. */
export function withdrawSpeech(speech: SpeechRecord): Patch[] {
  if (speech.status !== "waiting") return [];
  return [put("speech", speech.id, { ...bareFields(speech), status: "withdrawn" })];
}
