import type { HelpRecord } from "../../../../shared/domain/help/records.ts";
import { can } from "../../../../shared/domain/rights.ts";
import { timerRecordId } from "../../../../shared/domain/timers/records.ts";
import { HELP_CALLS, NOTE_LINES, TIMER_LABELS } from "../../words/rooms.ts";
import { act, byId, drawn, leaderOf, type Move, openGroups, playersIn } from "../scene.ts";

/** A call that nobody has answered. */
const isWaiting = ({ answeredAt }: HelpRecord): boolean => answeredAt === null;

/** Robots fill no more of a room's notes than somebody can read. */
const LINES_MAX = 40;
const MINUTE_MS = 60_000;
const TIMED_MINUTES = [5, 8, 10, 15] as const;

/** A leader opens the own group's room. */
export const open: Move = (scene) => {
  const closed = [...scene.state.all("room")]
    .filter(({ roomKind, status }) => roomKind === "breakout" && status === "closed")
    .sort(byId);
  for (const { roomId } of closed) {
    const leader = leaderOf(scene, roomId);
    const opened = leader && act(scene, leader, { type: "room.open", roomId });
    if (opened) return opened;
  }
  return null;
};

/** Somebody writes a line into the group's notes. */
export const write: Move = (scene) => {
  const { state, draws } = scene;
  const room = drawn(
    draws,
    openGroups(scene).filter(({ roomId }) => scene.linesIn(roomId) < LINES_MAX),
  );
  if (room === undefined) return null;
  const { roomId } = room;
  const writers = playersIn(scene, roomId).filter(({ personId }) =>
    can({ kind: "person", personId }, { type: "notes.write", roomId }, state),
  );
  const writer = drawn(draws, writers);
  const text = drawn(draws, NOTE_LINES);
  return writer === undefined || text === undefined
    ? null
    : { kind: "line", personId: writer.personId, roomId, text };
};

/** A group calls for staff. */
export const callHelp: Move = (scene) => {
  const { state, draws } = scene;
  if ([...state.all("help")].some(isWaiting)) return null;
  const room = drawn(draws, openGroups(scene));
  const person = room && drawn(draws, playersIn(scene, room.roomId));
  if (room === undefined || person === undefined) return null;
  return act(scene, person, {
    type: "help.call",
    roomId: room.roomId,
    text: drawn(draws, HELP_CALLS) ?? "",
  });
};

/** Whoever called for staff no longer needs any. */
export const takeBackHelp: Move = (scene) => {
  const { state, draws, players } = scene;
  const help = drawn(draws, [...state.all("help")].filter(isWaiting).sort(byId));
  const caller = players.find(({ personId }) => personId === help?.personId);
  if (help === undefined || caller === undefined) return null;
  return act(scene, caller, { type: "help.answer", roomId: help.roomId });
};

/** A leader counts the group's time down. */
export const time: Move = (scene) => {
  const { state, draws } = scene;
  const untimed = openGroups(scene).filter(({ roomId }) => {
    const timer = state.find("timer", timerRecordId(roomId));
    return timer === undefined || (timer.status === "running" && timer.endsAt <= scene.now);
  });
  const room = drawn(draws, untimed);
  const leader = room && leaderOf(scene, room.roomId);
  if (room === undefined || leader === undefined) return null;
  return act(scene, leader, {
    type: "timer.start",
    roomId: room.roomId,
    durationMs: (drawn(draws, TIMED_MINUTES) ?? 5) * MINUTE_MS,
    label: drawn(draws, TIMER_LABELS) ?? "",
  });
};

/** A leader stops what has run out. */
export const stopTime: Move = (scene) => {
  const { state, now, draws } = scene;
  const over = [...state.all("timer")]
    .filter((timer) => timer.status === "running" && timer.endsAt <= now)
    .filter(({ roomId }) => roomId !== null && leaderOf(scene, roomId) !== undefined)
    .sort(byId);
  const timer = drawn(draws, over);
  const leader = timer?.roomId == null ? undefined : leaderOf(scene, timer.roomId);
  if (timer === undefined || leader === undefined) return null;
  return act(scene, leader, { type: "timer.stop", roomId: timer.roomId });
};
