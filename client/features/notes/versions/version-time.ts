import type { Language } from "../../../../shared/messages/translation.ts";
import { formatClock, formatMonthDay } from "../../../ui/text/format-time.ts";

/** `19:32`, with the day before it where that is not today. */
export function versionTime(atMs: number, nowMs: number, language: Language): string {
  const day = formatMonthDay(atMs, language);
  const clock = formatClock(atMs, language);
  return day === formatMonthDay(nowMs, language) ? clock : `${day} ${clock}`;
}
