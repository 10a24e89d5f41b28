import { itemsInOrder } from "../../../shared/domain/agenda/items.ts";
import type { ViewOf } from "../../../shared/domain/records.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";

export type AgendaItem = ViewOf<"agendaItem">;

/** What is said of an item. */
export type ItemSaid = Omit<CommandOf<"agenda.add">, "type" | "itemId">;

interface Changes {
  readonly before: Partial<ItemSaid>;
  readonly after: Partial<ItemSaid>;
}

/** The agenda as it stands. */
export interface Agenda {
  /** In order. */
  readonly items: readonly AgendaItem[];
  /** What is under way; null: nothing yet, or nothing any more. */
  readonly current: AgendaItem | null;
  /** What comes after it; null after the last. */
  readonly next: AgendaItem | null;
  /** What one would go back to: the one before, or the last one once all is over. */
  readonly previous: AgendaItem | null;
  readonly isBegun: boolean;
}

const MINUTE_MS = 60_000;

export function agendaOf(agenda: ViewOf<"agenda"> | undefined, all: readonly AgendaItem[]): Agenda {
  const items = itemsInOrder(agenda, all);
  const isBegun = items.some(({ startedAt }) => startedAt !== null);
  const at = items.findIndex(({ itemId }) => itemId === agenda?.currentItemId);
  const current = items[at] ?? null;
  if (current !== null)
    return { items, current, next: items[at + 1] ?? null, previous: items[at - 1] ?? null, isBegun };
  if (!isBegun) return { items, current, next: items[0] ?? null, previous: null, isBegun };
  const left = [...items].sort((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0));
  return { items, current, next: null, previous: left[0] ?? null, isBegun };
}

/** The fields in which what is said of an item differs from it, as they are and as they shall be; null where none does. */
export function changesOf(item: AgendaItem, said: ItemSaid): Changes | null {
  const [before, after]: [Partial<ItemSaid>, Partial<ItemSaid>] = [{}, {}];
  for (const field of Object.keys(said) as (keyof ItemSaid)[]) {
    if (JSON.stringify(item[field]) === JSON.stringify(said[field])) continue;
    Object.assign(before, { [field]: item[field] });
    Object.assign(after, { [field]: said[field] });
  }
  return Object.keys(after).length === 0 ? null : { before, after };
}

/** Whole minutes. */
export function minutesOf(ms: number): number {
  return Math.round(ms / MINUTE_MS);
}

/** How much is planned in all, in milliseconds, and of how many items nobody said. */
export function plannedSum(items: readonly Pick<AgendaItem, "plannedMs">[]): { ms: number; open: number } {
  return {
    ms: items.reduce((sum, { plannedMs }) => sum + (plannedMs ?? 0), 0),
    open: items.filter(({ plannedMs }) => plannedMs === null).length,
  };
}

/**
 * When the agenda would end as planned: from `startsAt` on before it has begun, else from `now` on with what is left of it. Null
 * where nothing tells.
 */
export function plannedEnd(
  { items, current, isBegun }: Agenda,
  { startsAt, now, spentMs }: { startsAt: number | null; now: number; spentMs: number },
): number | null {
  if (!isBegun) return startsAt === null || items.length === 0 ? null : startsAt + plannedSum(items).ms;
  if (current === null) return null;
  const later = items.slice(items.indexOf(current) + 1);
  const left = current.plannedMs === null ? 0 : Math.max(0, current.plannedMs - spentMs);
  return now + left + plannedSum(later).ms;
}
