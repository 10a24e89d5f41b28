/** Beijing time has had no summer time since 1991. */
const ZONE_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The value of a `datetime-local` field for a moment in milliseconds, in Beijing time whatever the machine's zone. */
export function toField(timestamp: number | null): string {
  return timestamp === null ? "" : new Date(timestamp + ZONE_OFFSET_MS).toISOString().slice(0, 16);
}

/** The value of a `date` field for a moment in milliseconds, in Beijing time. */
export function toDayField(timestamp: number | null): string {
  return toField(timestamp).slice(0, "2025-11-28".length);
}

/** The last minute of the day a `date` field names, in Beijing time; `null` for an empty field. */
export function endOfDay(day: string): number | null {
  return fromField(`${day}T23:59`);
}

/** The moment a `datetime-local` field names, read as Beijing time; `null` for an empty or unfinished field. */
export function fromField(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  const timestamp = Date.parse(`${value.slice(0, 16)}:00.000Z`);
  return Number.isNaN(timestamp) ? null : timestamp - ZONE_OFFSET_MS;
}
