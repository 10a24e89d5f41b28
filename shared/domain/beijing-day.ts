/** Beijing time has had no summer time since 1991. */
export const ZONE_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The day of a moment in milliseconds, in Beijing time: `2026-11-30`. */
export function beijingDay(at: number): string {
  return new Date(at + ZONE_OFFSET_MS).toISOString().slice(0, "2026-11-30".length);
}

/** The last minute of a day in Beijing time, in milliseconds; null for what is no day of the calendar. */
export function endOfBeijingDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T23:59:00.000Z`) - ZONE_OFFSET_MS;
  return Number.isNaN(at) || beijingDay(at) !== day ? null : at;
}
