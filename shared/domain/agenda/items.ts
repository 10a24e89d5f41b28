import type { AgendaSeed } from "../../protocol/commands/agenda.ts";
import type { Bare } from "../record-base.ts";
import type { SessionState } from "../state.ts";
import { AGENDA_RECORD_ID, type AgendaItemRecord, type AgendaRecord, agendaItemRecordId } from "./records.ts";
import type { AgendaView } from "./views.ts";

type Said = Pick<AgendaItemRecord, "itemId" | "title" | "itemKind" | "plannedMs" | "roomSet" | "ledBy">;

/** An item nobody has come to yet. */
export function newItem(said: Said): Bare<AgendaItemRecord> {
  const { itemId, title, itemKind, plannedMs, roomSet, ledBy } = said;
  const time = { startedAt: null, endedAt: null, spentMs: 0, runningSince: null };
  return { itemId, title, itemKind, plannedMs, roomSet, ledBy, ...time, removed: false };
}

/** The same of an item that a session begins with. */
export function itemOfSeed({ rooms, ...said }: AgendaSeed): Bare<AgendaItemRecord> {
  return newItem({ ...said, roomSet: { kind: rooms } });
}

/** The agenda of a session; undefined where it never had an item. */
export function agendaIn(state: SessionState): AgendaRecord | undefined {
  return state.find("agenda", AGENDA_RECORD_ID);
}

/** An item that is there; one that was taken away is not. */
export function findItem(itemId: string, state: SessionState): AgendaItemRecord | undefined {
  const item = state.find("agendaItem", agendaItemRecordId(itemId));
  return item?.removed === false ? item : undefined;
}

/** The items that are there, in their order. */
export function itemsInOrder<I extends Pick<AgendaItemRecord, "itemId" | "removed">>(
  agenda: AgendaView | undefined,
  items: Iterable<I>,
): I[] {
  const byId = new Map([...items].map((item) => [item.itemId, item]));
  return (agenda?.itemIds ?? []).flatMap((itemId) => {
    const item = byId.get(itemId);
    return item === undefined || item.removed ? [] : [item];
  });
}
