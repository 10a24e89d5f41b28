import { byOrder } from "../../domain/people/by-order.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import type { DocumentInput } from "../input.ts";
import { knownOrMissing } from "../missing.ts";
import { calendarParts } from "../moment.ts";
import { ofKind } from "../of-kind.ts";
import { missingAbout } from "../parts/missing-of.ts";
import { paragraph } from "../parts/plain-blocks.ts";
import { plainDraft } from "../parts/plain-draft.ts";
import { type TextCell, type TextColumn, textTable } from "../parts/text-table.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
import { unitsOnce } from "./units-once.ts";

type Words = DraftInput["messages"]["documents"]["attendance"];

/**
 * 签到表, by 排序号, each unit once. Before anybody has come it has a column to sign in; then the times people came and left.
 * Whoever was taken off the roster stands in it only if they came. Why somebody asked for leave is nobody's business.
 */
export function draftAttendance(input: DraftInput): DocumentDraft {
  const words = input.messages.documents.attendance;
  const people = peopleOnSheet(input.records);
  return plainDraft(
    {
      title: words.title,
      layout: "portrait",
      sections: people.length === 0 ? [] : sheetSections(people, input),
      none: words.none,
    },
    input,
  );
}

/** By 排序号; whoever was taken off the roster only if they came. */
export function peopleOnSheet(records: DraftInput["records"]): PersonRecord[] {
  return ofKind(records, "person")
    .filter((person) => !person.removed || person.arrivedAt !== null)
    .sort(byOrder);
}

/** How many there are, and how many of them came. */
export function attendanceCounts(people: readonly PersonRecord[], words: Words): string {
  const arrived = people.filter(({ arrivedAt }) => arrivedAt !== null).length;
  const excused = people.filter((person) => person.excused === true).length;
  return arrived === 0
    ? words.countsBefore(String(people.length))
    : words.counts(String(people.length), String(arrived), String(excused));
}

function sheetSections(people: readonly PersonRecord[], input: DraftInput): DocumentSection[] {
  const words = input.messages.documents.attendance;
  const arrived = people.filter(({ arrivedAt }) => arrivedAt !== null).length;
  const table = textTable(
    "people",
    arrived === 0 ? columnsToSign(words) : columnsOfTimes(words),
    people.map((person, index) => ({
      key: person.personId,
      cells: personCells(person, index + 1, arrived === 0, input),
    })),
  );
  const [head = [], ...rows] = table.rows;
  const { overview } = input.messages.minutes.sections;
  return [
    {
      key: "overview",
      title: overview,
      number: null,
      blocks: [paragraph("overview", attendanceCounts(people, words))],
      beginsPage: false,
    },
    {
      key: "people",
      title: words.people,
      number: null,
      blocks: [{ ...table, rows: [head, ...unitsOnce(rows, UNIT_COLUMN)] }],
      beginsPage: false,
    },
  ];
}

const UNIT_COLUMN = 1;

function columnsToSign({ columns }: Words): TextColumn[] {
  return [
    { key: "position", title: columns.position, share: 3.4 },
    { key: "unit", title: columns.unit, share: 9.2 },
    { key: "name", title: columns.name, share: 5 },
    { key: "post", title: columns.post, share: 7 },
    { key: "signature", title: columns.signature, share: 8 },
    { key: "remark", title: columns.remark, share: 5 },
  ];
}

function columnsOfTimes({ columns }: Words): TextColumn[] {
  return [
    { key: "position", title: columns.position, share: 3.4 },
    { key: "unit", title: columns.unit, share: 9.2 },
    { key: "name", title: columns.name, share: 4.6 },
    { key: "post", title: columns.post, share: 7 },
    { key: "arrived", title: columns.arrived, share: 4 },
    { key: "left", title: columns.left, share: 4 },
    { key: "remark", title: columns.remark, share: 5.2 },
  ];
}

function personCells(
  person: PersonRecord,
  position: number,
  isToSign: boolean,
  input: DraftInput,
): TextCell[] {
  const { minutes, documents } = input.messages;
  const times = [person.arrivedAt, person.leftAt ?? null].map((at) => timeText(at, input));
  const { columns } = documents.attendance;
  const fill = { at: "person", id: person.personId } as const;
  return [
    String(position),
    knownOrMissing(person.unit, missingAbout(person.name, columns.unit, fill, minutes), minutes),
    knownOrMissing(person.name, missingAbout(person.unit, columns.name, fill, minutes), minutes),
    person.post ?? "",
    ...(isToSign ? [""] : times),
    remarkOn(person, documents.attendance),
  ];
}

/** The hour alone on the day the session was meant for. */
export function timeText(at: number | null, { records, options, messages }: DocumentInput): string {
  if (at === null) return "";
  const words = messages.documents.attendance;
  const startsAt = ofKind(records, "session")[0]?.startsAt ?? null;
  const { year, month, day, hour, minute } = calendarParts(at, options.timeZone);
  const start = startsAt === null ? null : calendarParts(startsAt, options.timeZone);
  const isThatDay = start?.year === year && start.month === month && start.day === day;
  return isThatDay ? words.clock(hour, minute) : words.dayAndClock(month, day, hour, minute);
}

export function remarkOn(person: PersonRecord, words: Words): string {
  const { side, excused, substitute } = person;
  return [
    ...(side === "observer" ? [words.observer] : []),
    ...(side === "staff" ? [words.staff] : []),
    ...(excused === true ? [words.excused] : []),
    ...(excused === true && substitute != null ? [words.substitute(substitute)] : []),
  ].join("\n");
}
