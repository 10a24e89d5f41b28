import { itemsInOrder } from "../../domain/agenda/items.ts";
import type { AgendaItemRecord, AgendaRecord } from "../../domain/agenda/records.ts";
import { calendarParts } from "../moment.ts";
import { heading } from "../parts/plain-blocks.ts";
import { textTable } from "../parts/text-table.ts";
import type { MinutesWords } from "../runs.ts";
import type { DocumentSection } from "../sections/section.ts";

const MINUTE_MS = 60_000;

/** Planned and taken time of every item side by side; none where the agenda was never begun. */
export function agendaSections(
  agenda: AgendaRecord | undefined,
  items: readonly AgendaItemRecord[],
  timeZone: string,
  words: MinutesWords,
): DocumentSection[] {
  const listed = itemsInOrder(agenda, items);
  if (listed.every(({ startedAt }) => startedAt === null)) return [];
  const { columns, title } = words.agenda;
  const rows = [
    ...listed.map((item) => ({
      key: item.itemId,
      cells: [
        item.title,
        begunText(item, timeZone, words),
        plannedText(item.plannedMs, words),
        takenText(item, words),
      ],
    })),
    ...(listed.length > 1 ? [{ key: "total", cells: totalCells(listed, words) }] : []),
  ];
  const table = textTable(
    "agenda",
    [
      { key: "item", title: columns.item, share: 3 },
      { key: "begun", title: columns.begun, share: 1 },
      { key: "planned", title: columns.planned, share: 1 },
      { key: "taken", title: columns.taken, share: 1 },
    ],
    rows,
  );
  return [
    {
      key: "agenda",
      title,
      number: words.sectionNumber,
      blocks: [heading("agenda/title", 1, null, title), table],
      beginsPage: false,
    },
  ];
}

function totalCells(items: readonly AgendaItemRecord[], words: MinutesWords): string[] {
  const planned = items.reduce((sum, { plannedMs }) => sum + (plannedMs ?? 0), 0);
  const taken = items.reduce((sum, { spentMs }) => sum + spentMs, 0);
  return [
    words.agenda.total,
    "",
    plannedText(planned === 0 ? null : planned, words),
    lengthText(taken, words),
  ];
}

function begunText({ startedAt }: AgendaItemRecord, timeZone: string, words: MinutesWords): string {
  if (startedAt === null) return words.agenda.notHeld;
  const { hour, minute } = calendarParts(startedAt, timeZone);
  return words.agenda.clock(hour, minute);
}

function plannedText(plannedMs: number | null, words: MinutesWords): string {
  return plannedMs === null ? words.agenda.notPlanned : words.agenda.minutes(String(plannedMs / MINUTE_MS));
}

/** A document that is made meanwhile does not know how long an item will have taken. */
function takenText({ startedAt, spentMs, runningSince }: AgendaItemRecord, words: MinutesWords): string {
  if (runningSince !== null) return words.agenda.underWay;
  return startedAt === null ? words.agenda.notHeld : lengthText(spentMs, words);
}

function lengthText(ms: number, words: MinutesWords): string {
  const minutes = Math.round(ms / MINUTE_MS);
  return minutes === 0 ? words.agenda.underAMinute : words.agenda.minutes(String(minutes));
}
