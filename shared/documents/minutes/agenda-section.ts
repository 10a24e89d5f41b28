import { itemsInOrder } from "../../domain/agenda/items.ts";
import type { AgendaItemRecord, AgendaRecord } from "../../domain/agenda/records.ts";
import type { DocumentBlock } from "../model.ts";
import { calendarParts } from "../moment.ts";
import { heading } from "../parts/plain-blocks.ts";
import { textTable } from "../parts/text-table.ts";
import type { MinutesWords } from "../runs.ts";

const MINUTE_MS = 60_000;

/** Planned and taken time of every item side by side; nothing where the agenda was never begun. */
export function agendaSection(
  agenda: AgendaRecord | undefined,
  items: readonly AgendaItemRecord[],
  { position, timeZone }: { readonly position: number; readonly timeZone: string },
  words: MinutesWords,
): DocumentBlock[] {
  const listed = itemsInOrder(agenda, items);
  if (listed.every(({ startedAt }) => startedAt === null)) return [];
  const { columns } = words.agenda;
  const rows = [
    ...listed.map((item) => [
      item.title,
      begunText(item, timeZone, words),
      plannedText(item.plannedMs, words),
      takenText(item, words),
    ]),
    ...(listed.length > 1 ? [totalRow(listed, words)] : []),
  ];
  return [
    heading(1, words.sectionNumber(String(position)), words.agenda.title),
    textTable(
      [
        { title: columns.item, share: 3 },
        { title: columns.begun, share: 1 },
        { title: columns.planned, share: 1 },
        { title: columns.taken, share: 1 },
      ],
      rows,
    ),
  ];
}

function totalRow(items: readonly AgendaItemRecord[], words: MinutesWords): string[] {
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
