import { type Patch, set } from "../patches.ts";
import type { SessionState } from "../state.ts";
import { agendaIn } from "./items.ts";
import { type AgendaItemRecord, agendaItemRecordId } from "./records.ts";

/** How long an item has taken by `now`, in milliseconds; never less than nothing, whatever a clock was set to. */
export function spentMsOf(
  { spentMs, runningSince }: Pick<AgendaItemRecord, "spentMs" | "runningSince">,
  now: number,
): number {
  return spentMs + (runningSince === null ? 0 : Math.max(0, now - runningSince));
}

/** The item is under way from now on. */
export function begun(item: AgendaItemRecord, now: number): Patch {
  return set(item, { startedAt: item.startedAt ?? now, endedAt: null, runningSince: now });
}

/** The item that is under way is left: what it took stands. */
export function left(itemId: string | null, state: SessionState, now: number): Patch[] {
  const item = itemId === null ? undefined : state.find("agendaItem", agendaItemRecordId(itemId));
  if (item === undefined || item.runningSince === null) return [];
  return [set(item, { spentMs: spentMsOf(item, now), endedAt: now, runningSince: null })];
}

/** In a sealed session no item is under way. */
export function endAgenda(state: SessionState, now: number): Patch[] {
  const agenda = agendaIn(state);
  if (agenda === undefined || agenda.currentItemId === null) return [];
  return [...left(agenda.currentItemId, state, now), set(agenda, { currentItemId: null, step: null })];
}
