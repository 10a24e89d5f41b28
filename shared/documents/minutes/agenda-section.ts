import { itemsInOrder } from "../../domain/agenda/items.ts";
import type { AgendaItemRecord, AgendaRecord } from "../../domain/agenda/records.ts";
import type { DocumentBlock, DocumentCell } from "../model.ts";
import { calendarParts } from "../moment.ts";
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
    row([columns.item, columns.begun, columns.planned, columns.taken], true),
    ...listed.map((item) =>
      row([
        item.title,
        begunText(item, timeZone, words),
        plannedText(item.plannedMs, words),
        takenText(item, words),
      ]),
    ),
    ...(listed.length > 1 ? [totalRow(listed, words)] : []),
  ];
  const number = words.sectionNumber(String(position));
  return [
    { kind: "heading", level: 1, number, runs: [{ text: words.agenda.title }] },
    { kind: "table", columns: 4, shares: [3, 1, 1, 1], rows },
  ];
}

function row(texts: readonly string[], header = false): DocumentCell[] {
  return texts.map((text) => ({ header, columnSpan: 1, rowSpan: 1, paragraphs: [[{ text }]] }));
}

function totalRow(items: readonly AgendaItemRecord[], words: MinutesWords): DocumentCell[] {
  const planned = items.reduce((sum, { plannedMs }) => sum + (plannedMs ?? 0), 0);
  const taken = items.reduce((sum, { spentMs }) => sum + spentMs, 0);
  return row([
    words.agenda.total,
    "",
    plannedText(planned === 0 ? null : planned, words),
    lengthText(taken, words),
  ]);
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
