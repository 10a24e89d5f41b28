import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { openRooms } from "../rooms/opening.ts";
import { plenaryIn } from "../rooms/plenary.ts";
import { isRecalled, type RoomRecord, roomRecordId } from "../rooms/records.ts";
import { findRound } from "../rounds/planning.ts";
import { startRound } from "../rounds/starting.ts";
import { showOnStage } from "../stage/judge.ts";
import { startTimer, stopTimer } from "../timers/judge.ts";
import { pageOf } from "./page.ts";
import type { AgendaItemRecord } from "./records.ts";

/** What groups have to finish when an item calls them back. */
export const RECALL_GRACE_MS = 60_000;

/** The rooms of an item: its round is started or its groups are opened; where it is the plenary's, everybody is called back. */
export function enterRooms(item: AgendaItemRecord | null, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  switch (item?.roomSet.kind) {
    case undefined:
    case "plenary":
      return gather(acting);
    case "groups": {
      const groups = [...state.all("room")].filter(({ roomKind }) => roomKind === "breakout");
      return openThose(
        groups.map(({ roomId }) => roomId),
        acting,
      );
    }
    case "round":
      return item === null ? done([]) : enterRound(item.roomSet, acting);
  }
}

/** Everybody's time is the item's; where none is planned none is counted. */
export function timeItem(item: AgendaItemRecord | null, acting: Acting): Result<Patch[]> {
  if (item === null || item.plannedMs === null)
    return stopTimer({ type: "timer.stop", roomId: null }, acting);
  const label = labelOf(item.title);
  return startTimer({ type: "timer.start", roomId: null, durationMs: item.plannedMs, label }, acting);
}

export function showItem(item: AgendaItemRecord | null, acting: Acting): Result<Patch[]> {
  return showOnStage({ type: "stage.show", recordId: pageOf(item, acting.state) }, acting);
}

function gather(acting: Acting): Result<Patch[]> {
  const { state, now } = acting;
  const plenary = plenaryIn(state);
  const opened = plenary === undefined ? done([]) : openRooms([plenary.roomId], acting);
  if (!opened.ok) return opened;
  const groups = [...state.all("room")].filter(
    ({ roomKind, status }) => roomKind === "breakout" && status === "open",
  );
  return done([...opened.value, ...groups.flatMap((room) => calledBack(room, now + RECALL_GRACE_MS))]);
}

/** Who is called already, or told that the room closes, goes no later than that. */
function calledBack(room: RoomRecord, latest: number): Patch[] {
  if (isRecalled(room)) return [];
  return [
    set(room, { closing: { closesAt: Math.min(room.closing?.closesAt ?? latest, latest), recalls: true } }),
  ];
}

/** A round that runs already moves nobody again; one that is over is not begun anew, for others sit in its rooms now. */
function enterRound({ roundId }: { readonly roundId: string }, acting: Acting): Result<Patch[]> {
  const round = findRound(roundId, acting.state);
  if (round?.status !== "running") return startRound({ type: "round.start", roundId }, acting);
  const rooms = round.groups.filter(
    ({ roomId }) => acting.state.find("room", roomRecordId(roomId)) !== undefined,
  );
  return openThose(
    rooms.map(({ roomId }) => roomId),
    acting,
  );
}

function openThose(roomIds: readonly string[], acting: Acting): Result<Patch[]> {
  return roomIds.length === 0 ? refuse("agenda_no_rooms") : openRooms(roomIds, acting);
}

/** As much of a title as a label holds. */
function labelOf(title: string): string {
  if (title.length <= LIMITS.timerLabelMaxChars) return title;
  let label = "";
  for (const character of title) {
    if (label.length + character.length >= LIMITS.timerLabelMaxChars) break;
    label += character;
  }
  return `${label.trimEnd()}…`;
}
