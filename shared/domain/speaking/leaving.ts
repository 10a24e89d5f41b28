import type { Acting } from "../acting.ts";
import { afterPatch, type Patch } from "../patches.ts";
import { nameOfKind } from "../record-base.ts";
import type { RoomRecord } from "../rooms/records.ts";
import type { SessionRecord } from "../session/records.ts";
import { endSpeech, isStillHere, pauseSpeech, speechesOf, withdrawSpeech } from "./speeches.ts";

/**
 * Who is taken off the roster, goes home or to another room no longer waits or speaks; what was noted stays. A room that
 * closes holds the clock, and sealing ends whoever speaks.
 */
export function leaveFloor(acting: Acting, patches: readonly Patch[]): Patch[] {
  const following = (kind: string, changed: (acting: Acting, patch: Patch) => Patch[]) =>
    patches.filter(({ id }) => nameOfKind(id) === kind).flatMap((patch) => changed(acting, patch));
  // The last patch of a record counts: what ends is not only held.
  return [
    ...following("room", roomChanged),
    ...following("person", personChanged),
    ...following("session", sessionChanged),
  ];
}

function personChanged({ state, now }: Acting, patch: Patch): Patch[] {
  const before = state.find("person", patch.id);
  const after = afterPatch(before, patch);
  if (before === undefined || after === undefined) return [];
  const isGone = isStillHere(before) && !isStillHere(after);
  const leftRoomId = before.roomId === after.roomId ? null : before.roomId;
  if (!isGone && leftRoomId === null) return [];
  return [...speechesOf(patch.id, state)]
    .filter(({ roomId }) => isGone || roomId === leftRoomId)
    .flatMap((speech) => [...withdrawSpeech(speech), ...endSpeech(speech, now)]);
}

function roomChanged({ state, now }: Acting, patch: Patch): Patch[] {
  const before = state.find("room", patch.id);
  const after: RoomRecord | undefined = afterPatch(before, patch);
  if (before?.status !== "open" || after?.status !== "closed") return [];
  return [...speechesOf(patch.id, state)].flatMap((speech) => pauseSpeech(speech, now));
}

function sessionChanged({ state, now }: Acting, patch: Patch): Patch[] {
  const after: SessionRecord | undefined = afterPatch(state.session(), patch);
  if (after?.status !== "sealed") return [];
  return [...state.all("speech")].flatMap((speech) => endSpeech(speech, now));
}
