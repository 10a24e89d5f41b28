import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, set } from "../patches.ts";
import { personRecordId } from "../people/records.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { spokenAt } from "./clock.ts";
import { DEFAULT_FLOOR, floorRecordId, type SpeechRecord } from "./records.ts";
import { hasFloor, isBegun } from "./speech-state.ts";
import {
  endSpeech,
  findOpenRoom,
  findSpeech,
  isStillHere,
  pauseSpeech,
  sharedFields,
  speechesOf,
} from "./speeches.ts";

/** Gives somebody the floor. Who pressed a moment later starts nothing anew. */
export function startSpeech(
  { speechId, budgetMs }: CommandOf<"speech.start">,
  { state, now }: Acting,
): Result<Patch[]> {
  const found = findSpeech(speechId, state);
  if (!found.ok) return found;
  const speech = found.value;
  if (hasFloor(speech)) return done([]);
  if (speech.status === "over") return refuse("speech_over");
  if (speech.status === "withdrawn") return refuse("speech_not_queued");
  const denied = whyNoFloor(speech, { state, now });
  if (denied !== null) return denied;
  return done([
    ...endOthers(speech, { state, now }),
    put("speech", speech.id, {
      ...sharedFields(speech),
      startedAt: now,
      budgetMs: budgetMs === undefined ? leftOfBudget(speech, state, now) : budgetMs,
      spokenMs: 0,
      status: "speaking",
      runningSince: now,
    }),
  ]);
}

export function pause({ speechId }: CommandOf<"speech.pause">, { state, now }: Acting): Result<Patch[]> {
  const found = findBegun(speechId, state);
  if (!found.ok) return found;
  if (found.value.status === "over") return refuse("speech_over");
  return done(pauseSpeech(found.value, now));
}

export function resume({ speechId }: CommandOf<"speech.resume">, { state, now }: Acting): Result<Patch[]> {
  const found = findBegun(speechId, state);
  if (!found.ok) return found;
  const speech = found.value;
  if (speech.status === "speaking") return done([]);
  const denied = whyNoFloor(speech, { state, now });
  if (denied !== null) return denied;
  const { startedAt, budgetMs, spokenMs } = speech;
  const began = { ...sharedFields(speech), startedAt, budgetMs, spokenMs };
  return done([
    ...endOthers(speech, { state, now }),
    put("speech", speech.id, { ...began, status: "speaking", runningSince: now }),
  ]);
}

/** One minute more is one minute from now where the time is up already. What has no bound gets none. */
export function extend(
  { speechId, byMs }: CommandOf<"speech.extend">,
  { state, now }: Acting,
): Result<Patch[]> {
  const found = findBegun(speechId, state);
  if (!found.ok) return found;
  const speech = found.value;
  if (speech.status === "over") return refuse("speech_over");
  if (speech.budgetMs === null) return done([]);
  const from = byMs > 0 ? Math.max(speech.budgetMs, spokenAt(speech, now)) : speech.budgetMs;
  const budgetMs = Math.min(Math.max(0, from + byMs), LIMITS.speakingBudgetMaxMs);
  return done(budgetMs === speech.budgetMs ? [] : [set(speech, { budgetMs })]);
}

export function end({ speechId }: CommandOf<"speech.end">, { state, now }: Acting): Result<Patch[]> {
  const found = findBegun(speechId, state);
  return found.ok ? done(endSpeech(found.value, now)) : found;
}

export function setBudget(
  { roomId, per, budgetMs }: CommandOf<"speech.budget">,
  { state }: Acting,
): Result<Patch[]> {
  if (state.get(roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  const known = state.find("floor", floorRecordId(roomId));
  if (known?.per === per && known.budgetMs === budgetMs) return done([]);
  return done([put("floor", floorRecordId(roomId), { roomId, per, budgetMs })]);
}

type Begun = Extract<SpeechRecord, { status: "speaking" | "paused" | "over" }>;

function findBegun(speechId: string, state: SessionState): Result<Begun> {
  const found = findSpeech(speechId, state);
  if (!found.ok) return found;
  return isBegun(found.value) ? done(found.value) : refuse("speech_not_begun");
}

/** The floor is for who is there, in a room that is open. */
function whyNoFloor(speech: SpeechRecord, acting: Pick<Acting, "state" | "now">): Result<never> | null {
  const room = findOpenRoom(speech.roomId, acting);
  if (!room.ok) return room;
  const person = acting.state.find("person", personRecordId(speech.personId));
  return person === undefined || !isStillHere(person) ? refuse("person_unknown") : null;
}

/** One speaker a room: whoever else has the floor is done. */
function endOthers(speech: SpeechRecord, { state, now }: Pick<Acting, "state" | "now">): Patch[] {
  return [...speechesOf(roomRecordId(speech.roomId), state)]
    .filter((other) => other.id !== speech.id)
    .flatMap((other) => endSpeech(other, now));
}

/** What the person, or all who spoke for the unit, have not used of the room's budget; null: no bound. In milliseconds. */
function leftOfBudget(speech: SpeechRecord, state: SessionState, now: number): number | null {
  const { per, budgetMs } = state.find("floor", floorRecordId(speech.roomId)) ?? DEFAULT_FLOOR;
  if (budgetMs === null) return null;
  const unitOf = (personId: string) => state.find("person", personRecordId(personId))?.unit;
  let usedMs = 0;
  for (const other of speechesOf(roomRecordId(speech.roomId), state)) {
    const isShared =
      per === "person"
        ? other.personId === speech.personId
        : unitOf(other.personId) === unitOf(speech.personId);
    if (isShared) usedMs += spokenAt(other, now);
  }
  return Math.max(0, budgetMs - usedMs);
}
