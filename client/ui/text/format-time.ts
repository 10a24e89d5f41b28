import type { Language } from "../../../shared/messages/translation.ts";

const TIME_ZONE = "Asia/Shanghai";

/** `19:32` in the session's time zone. */
export function formatClock(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: TIME_ZONE,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(atMs);
}

/** `2025/11/23` in the session's time zone, short for tables. */
export function formatDay(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: TIME_ZONE,
    year: "numeric",
    month: language === "en" ? "short" : "2-digit",
    day: "2-digit",
  }).format(atMs);
}

/** `2025年11月23日 星期日 19:30` in the session's time zone. */
export function formatDateTime(atMs: number, language: Language): string {
  const day = new Intl.DateTimeFormat(language, {
    timeZone: TIME_ZONE,
    year: "numeric",
    month: "long",
    day: "numeric",
    weekday: "long",
  }).format(atMs);
  return `${day} ${formatClock(atMs, language)}`;
}

/** `11月28日` in the session's time zone. */
export function formatMonthDay(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, month: "long", day: "numeric" }).format(
    atMs,
  );
}
