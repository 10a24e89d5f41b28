import { pageOf } from "../../../shared/domain/agenda/page.ts";
import { AGENDA_RECORD_ID } from "../../../shared/domain/agenda/records.ts";
import { nameOfKind } from "../../../shared/domain/record-base.ts";
import { isRecalled, type RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { roundRecordId } from "../../../shared/domain/rounds/records.ts";
import { seatingOf } from "../../../shared/domain/rounds/seats.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { timerRecordId } from "../../../shared/domain/timers/records.ts";
import type { AgendaWords } from "../../../shared/messages/zh-CN/rooms/agenda.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { isStaying } from "../rooms/closing.ts";
import { type AgendaItem, minutesOf } from "./agenda-state.ts";

/** Why an item cannot be gone to as things stand; null where it can. */
export function faultOf(item: AgendaItem | null, state: SessionState): ErrorCode | null {
  if (item?.roomSet.kind === "groups")
    return [...state.all("room")].some(({ roomKind }) => roomKind === "breakout") ? null : "agenda_no_rooms";
  if (item?.roomSet.kind !== "round") return null;
  const round = state.find("round", roundRecordId(item.roomSet.roundId));
  if (round === undefined || round.removed) return "round_unknown";
  if (round.status === "ended") return "round_ended";
  return round.status === "planned" && seatingOf(round.groups).size === 0 ? "round_empty" : null;
}

/** What going to an item does, a line each: its rooms, its time, its page; null: the agenda is over. */
export function outlookOf(
  item: AgendaItem | null,
  state: SessionState,
  words: AgendaWords["confirm"],
): string[] {
  return [roomsLine(item, state, words), timeLine(item, state, words), stageLine(item, state, words)];
}

function roomsLine(item: AgendaItem | null, state: SessionState, words: AgendaWords["confirm"]): string {
  const groups = [...state.all("room")].filter(({ roomKind }) => roomKind === "breakout");
  switch (item?.roomSet.kind) {
    case "groups":
      return opening(groups, words);
    case "round":
      return roundLine(item?.roomSet.kind === "round" ? item.roomSet.roundId : "", groups, state, words);
    case "plenary":
    case undefined: {
      const called = groups.filter((room) => room.status === "open" && !isRecalled(room)).length;
      return called === 0 ? words.stay : words.recall(called);
    }
  }
}

function roundLine(
  roundId: string,
  groups: readonly RoomRecord[],
  state: SessionState,
  words: AgendaWords["confirm"],
): string {
  const round = state.find("round", roundRecordId(roundId));
  if (round === undefined) return words.stay;
  const roomIds = new Set(round.groups.map(({ roomId }) => roomId));
  if (round.status === "running")
    return opening(
      groups.filter(({ roomId }) => roomIds.has(roomId)),
      words,
    );
  const seating = seatingOf(round.groups);
  return words.start(round.name, seating.size, new Set(seating.values()).size);
}

function opening(groups: readonly RoomRecord[], words: AgendaWords["confirm"]): string {
  const closed = groups.filter((room) => !isStaying(room)).length;
  return closed === 0 && groups.length > 0 ? words.openAlready(groups.length) : words.open(closed);
}

function timeLine(item: AgendaItem | null, state: SessionState, words: AgendaWords["confirm"]): string {
  if (item !== null && item.plannedMs !== null) return words.time(minutesOf(item.plannedMs));
  return state.find("timer", timerRecordId(null)) === undefined ? words.noTime : words.stopTime;
}

function stageLine(item: AgendaItem | null, state: SessionState, words: AgendaWords["confirm"]): string {
  const page = pageOf(item, state);
  if (page === null) return words.stage.welcome;
  if (page === AGENDA_RECORD_ID) return words.stage.agenda;
  switch (nameOfKind(page)) {
    case "question":
      return words.stage.question;
    case "speech":
      return words.stage.speech;
    case "round":
      return words.stage.round;
    default:
      return words.stage.report(state.find("room", page)?.name ?? "");
  }
}
