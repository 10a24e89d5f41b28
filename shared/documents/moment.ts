import type { MinutesWords } from "./runs.ts";

export interface CalendarParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  /** Two digits. */
  readonly minute: string;
}

/** An instant, in milliseconds since 1970 UTC, as a wall calendar and clock show it in `timeZone`; no leading zeros but in `minute`. */
export function calendarParts(at: number, timeZone: string): CalendarParts {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => String(Number(parts.get(type) ?? "0"));
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute").padStart(2, "0"),
  };
}

/** A day and its time in words; null where they are not known. */
export function dateTimeText(
  at: number | null,
  { timeZone }: { readonly timeZone: string },
  words: MinutesWords,
): string | null {
  if (at === null) return null;
  const { year, month, day, hour, minute } = calendarParts(at, timeZone);
  return words.dateTime(year, month, day, hour, minute);
}

/** A day in words; null where it is not known. */
export function dateText(
  at: number | null,
  { timeZone }: { readonly timeZone: string },
  words: MinutesWords,
): string | null {
  if (at === null) return null;
  const { year, month, day } = calendarParts(at, timeZone);
  return words.date(year, month, day);
}
