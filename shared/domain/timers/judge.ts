import type { CommandOf } from "../../protocol/commands/command.ts";
import type { timerCommands } from "../../protocol/commands/timers.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { leftMsOf, secondOf } from "./counting.ts";
import { type TimerRecord, timerRecordId } from "./records.ts";

export function startTimer(
  { roomId, durationMs, label }: CommandOf<"timer.start">,
  { state, now }: Acting,
): Result<Patch[]> {
  const room = timedRoom(roomId, state);
  if (!room.ok) return room;
  const endsAt = secondOf(now) + durationMs;
  const timer = { roomId: room.value, label: label ?? null, durationMs, status: "running", endsAt } as const;
  return done([put("timer", timerRecordId(room.value), timer)]);
}

function pauseTimer({ roomId }: CommandOf<"timer.pause">, { state, now }: Acting): Result<Patch[]> {
  const found = timerOf(roomId, state);
  if (!found.ok) return found;
  const timer = found.value;
  return done(timer.status === "paused" ? [] : [paused(timer, leftMsOf(timer, now))]);
}

function resumeTimer({ roomId }: CommandOf<"timer.resume">, { state, now }: Acting): Result<Patch[]> {
  const found = timerOf(roomId, state);
  if (!found.ok) return found;
  const timer = found.value;
  return done(timer.status === "running" ? [] : [running(timer, secondOf(now) + timer.leftMs)]);
}

/** What two give at once adds up: each sees what became of it, and takes the own back by as much less. */
function extendTimer({ roomId, byMs }: CommandOf<"timer.extend">, { state, now }: Acting): Result<Patch[]> {
  const found = timerOf(roomId, state);
  if (!found.ok) return found;
  const leftMs = leftMsOf(found.value, now);
  const nextMs = byMs > 0 ? Math.max(leftMs, 0) + byMs : Math.min(leftMs, Math.max(leftMs + byMs, 0));
  if (nextMs > LIMITS.timerMaxMs) return refuse("timer_too_long");
  if (nextMs === leftMs) return done([]);
  const durationMs = Math.min(Math.max(found.value.durationMs + byMs, 0), LIMITS.timerMaxMs);
  const timer = { ...found.value, durationMs };
  return done([timer.status === "paused" ? paused(timer, nextMs) : running(timer, secondOf(now) + nextMs)]);
}

/** Where nothing counts, all is as it was wanted. */
export function stopTimer({ roomId }: CommandOf<"timer.stop">, { state }: Acting): Result<Patch[]> {
  const room = timedRoom(roomId, state);
  if (!room.ok) return room;
  const id = timerRecordId(room.value);
  return done(state.get(id) === undefined ? [] : [remove(id)]);
}

function restoreTimer(
  { roomId, durationMs, label, was }: CommandOf<"timer.restore">,
  { state, now }: Acting,
): Result<Patch[]> {
  const room = timedRoom(roomId, state);
  if (!room.ok) return room;
  if (was.status === "running" && was.endsAt - secondOf(now) > LIMITS.timerMaxMs) {
    return refuse("timer_too_long");
  }
  return done([
    put("timer", timerRecordId(room.value), { roomId: room.value, label: label ?? null, durationMs, ...was }),
  ]);
}

/** In a sealed session nothing counts. */
export function stopAllTimers(state: SessionState): Patch[] {
  return [...state.all("timer")].map(({ id }) => remove(id));
}

/** Whose time a command is about: a group's, or everyone's, which the plenary's is too. */
function timedRoom(roomId: string | null, state: SessionState): Result<string | null> {
  if (roomId === null) return done(null);
  const room = state.find("room", roomRecordId(roomId));
  if (room === undefined) return refuse("room_unknown");
  return done(room.roomKind === "plenary" ? null : roomId);
}

function timerOf(roomId: string | null, state: SessionState): Result<TimerRecord> {
  const room = timedRoom(roomId, state);
  if (!room.ok) return room;
  const timer = state.find("timer", timerRecordId(room.value));
  return timer === undefined ? refuse("timer_unknown") : done(timer);
}

function running({ id, roomId, label, durationMs }: TimerRecord, endsAt: number): Patch {
  return put("timer", id, { roomId, label, durationMs, status: "running", endsAt: Math.max(endsAt, 0) });
}

function paused({ id, roomId, label, durationMs }: TimerRecord, leftMs: number): Patch {
  return put("timer", id, { roomId, label, durationMs, status: "paused", leftMs });
}

export const timerJudges: Judges<keyof typeof timerCommands> = {
  "timer.start": startTimer,
  "timer.pause": pauseTimer,
  "timer.resume": resumeTimer,
  "timer.extend": extendTimer,
  "timer.stop": stopTimer,
  "timer.restore": restoreTimer,
};
