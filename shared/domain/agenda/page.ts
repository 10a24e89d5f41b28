import type { RoomSet } from "../../protocol/commands/agenda.ts";
import { nameOfKind } from "../record-base.ts";
import { plenaryIn } from "../rooms/plenary.ts";
import { roundRecordId } from "../rounds/records.ts";
import { hasFloor } from "../speaking/speech-state.ts";
import { STAGE_RECORD_ID } from "../stage/records.ts";
import type { SessionState } from "../state.ts";
import { AGENDA_RECORD_ID, type AgendaItemRecord } from "./records.ts";

/** The record the hall sees once an item is under way; null: the welcome page. An agenda that is over shows itself. */
export function pageOf(
  item: Pick<AgendaItemRecord, "itemKind" | "roomSet"> | null,
  state: SessionState,
): string | null {
  switch (item?.itemKind) {
    case undefined:
    case "vote":
      return AGENDA_RECORD_ID;
    case "questions": {
      const shown = state.find("stage", STAGE_RECORD_ID)?.recordId ?? null;
      return shown !== null && nameOfKind(shown) === "question" ? shown : null;
    }
    case "sharing":
      return speakerIn(state) ?? AGENDA_RECORD_ID;
    case "groups":
      return item === null ? AGENDA_RECORD_ID : (roundOf(item.roomSet, state) ?? AGENDA_RECORD_ID);
    case "report":
      return firstGroup(state) ?? AGENDA_RECORD_ID;
  }
}

/** Who has the floor in the plenary. */
function speakerIn(state: SessionState): string | undefined {
  const plenary = plenaryIn(state);
  return [...state.all("speech")].find((speech) => speech.roomId === plenary?.roomId && hasFloor(speech))?.id;
}

function roundOf(roomSet: RoomSet, state: SessionState): string | undefined {
  if (roomSet.kind !== "round") return undefined;
  const round = state.find("round", roundRecordId(roomSet.roundId));
  return round === undefined || round.removed ? undefined : round.id;
}

/** The first group that somebody is in, or the first that there is. */
function firstGroup(state: SessionState): string | undefined {
  const groups = [...state.all("room")]
    .filter(({ roomKind }) => roomKind === "breakout")
    .sort((one, other) => one.order - other.order);
  const peopled = new Set([...state.all("person")].map(({ roomId, removed }) => (removed ? null : roomId)));
  return (groups.find(({ roomId }) => peopled.has(roomId)) ?? groups[0])?.id;
}
