import { beijingDay, endOfBeijingDay } from "../beijing-day.ts";
import { wordKey } from "../roster/text.ts";

/** How a workbook counts days; a text has no such count. */
export type Calendar = 1900 | 1904;

/** The day a cell means, `2026-11-30`; `isGuessed` where it names no year. */
export interface ReadDay {
  readonly day: string;
  readonly isGuessed: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY: Readonly<Record<Calendar, number>> = {
  1900: Date.UTC(1899, 11, 30),
  1904: Date.UTC(1904, 0, 1),
};
/** What lies outside is a slip of the pen, or a number that is no date. */
const YEARS = { min: 2000, max: 2099 };
/** 2026-12-31 00:00:00, 2026-12-31T00:00:00Z. */
const TIME = /[\sT]\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?Z?\s*$/u;
/** 2026年12月31日前. */
const BEFORE = /(?:(?:之|以)?前|止)$/u;
const WHOLE = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/u;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/u;
const MONTH_END = /^(?:(\d{4})年)?(\d{1,2})月(?:底|末)$/u;
const WITHOUT_YEAR = /^(\d{1,2})(?:[-/月])(\d{1,2})日?$/u;

/**
 * The day that a cell means: a count of days of either calendar, or a day as it is written. A day without a year is the next
 * one from the day on at which `since` was. Null for what is no day.
 */
export function readDay(cell: string, calendar: Calendar, since: number): ReadDay | null {
  const key = wordKey(cell.replace(TIME, "")).replace(BEFORE, "");
  const serial = /^\d{1,6}(?:\.\d+)?$/u.test(key) ? Math.floor(Number(key)) : null;
  if (serial !== null)
    return known(new Date(FIRST_DAY[calendar] + serial * DAY_MS).toISOString().slice(0, 10));
  const whole = WHOLE.exec(key) ?? PACKED.exec(key);
  if (whole !== null) return known(dayOf(whole[1], whole[2], whole[3]));
  const end = MONTH_END.exec(key);
  if (end !== null) {
    if (end[1] !== undefined) return known(lastOf(Number(end[1]), Number(end[2])));
    return next(since, (year) => lastOf(year, Number(end[2])));
  }
  const short = WITHOUT_YEAR.exec(key);
  return short === null ? null : next(since, (year) => dayOf(year, short[1], short[2]));
}

function known(day: string): ReadDay | null {
  const year = Number(day.slice(0, 4));
  if (year < YEARS.min || year > YEARS.max || endOfBeijingDay(day) === null) return null;
  return { day, isGuessed: false };
}

function next(since: number, inYear: (year: number) => string): ReadDay | null {
  const from = beijingDay(since);
  const year = Number(from.slice(0, 4));
  // The 29th of February may be years away.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = inYear(year + ahead);
    if (day >= from && endOfBeijingDay(day) !== null) return { day, isGuessed: true };
  }
  return null;
}

function dayOf(
  year: string | number | undefined,
  month: string | undefined,
  day: string | undefined,
): string {
  return `${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
}

function lastOf(year: number, month: number): string {
  if (month < 1 || month > 12) return "";
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
