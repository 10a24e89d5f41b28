import { ZONE_OFFSET_MS } from "../../shared/domain/beijing-day.ts";

/** The value of a `datetime-local` field for a moment in milliseconds, in Beijing time whatever the machine's zone. */
export function toField(timestamp: number | null): string {
  return timestamp === null ? "" : new Date(timestamp + ZONE_OFFSET_MS).toISOString().slice(0, 16);
}

/** The moment a `datetime-local` field names, read as Beijing time; `null` for an empty or unfinished field. */
export function fromField(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  const timestamp = Date.parse(`${value.slice(0, 16)}:00.000Z`);
  return Number.isNaN(timestamp) ? null : timestamp - ZONE_OFFSET_MS;
}
