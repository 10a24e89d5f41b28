import type { FieldOf } from "../kind.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { AgendaItemRecord, AgendaRecord } from "./records.ts";

const ITEM_FIELDS = [
  "itemId",
  "title",
  "itemKind",
  "plannedMs",
  "roomSet",
  "ledBy",
  "startedAt",
  "endedAt",
  "spentMs",
  "runningSince",
  "removed",
] as const satisfies readonly FieldOf<AgendaItemRecord>[];

/** An agenda hangs on the wall: it is everybody's. */
export function agendaLanes(agenda: AgendaRecord): Presentation {
  return [["everyone", viewOf(agenda, ["itemIds", "currentItemId"])]];
}

export function agendaItemLanes(item: AgendaItemRecord): Presentation {
  return [["everyone", viewOf(item, ITEM_FIELDS)]];
}
