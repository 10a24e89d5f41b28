import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { roundRecordId } from "../rounds/records.ts";
import type { SessionState } from "../state.ts";
import { agendaIn, findItem, itemOfSeed, newItem } from "./items.ts";
import { AGENDA_RECORD_ID, agendaItemRecordId } from "./records.ts";

/** The agenda that a session is made with; nothing where it is made with none. */
export function seededAgenda(seeds: CommandOf<"session.create">["agenda"]): Result<Patch[]> {
  if (seeds === undefined || seeds.length === 0) return done([]);
  const itemIds = seeds.map(({ itemId }) => itemId);
  if (new Set(itemIds).size < itemIds.length) return refuse("id_taken");
  return done([
    put("agenda", AGENDA_RECORD_ID, { itemIds, currentItemId: null, step: null }),
    ...seeds.map((seed) => put("agendaItem", agendaItemRecordId(seed.itemId), itemOfSeed(seed))),
  ]);
}

export function addItem(command: CommandOf<"agenda.add">, { state }: Acting): Result<Patch[]> {
  const { itemId, roomSet } = command;
  const id = agendaItemRecordId(itemId);
  if (state.get(id) !== undefined) return refuse("id_taken");
  if (state.count("agendaItem") >= LIMITS.agendaItemsMax) return refuse("too_many_agenda_items");
  if (!isThere(roomSet, state)) return refuse("round_unknown");
  const agenda = agendaIn(state);
  const itemIds = [...(agenda?.itemIds ?? []), itemId];
  return done([
    agenda === undefined
      ? put("agenda", AGENDA_RECORD_ID, { itemIds, currentItemId: null, step: null })
      : set(agenda, { itemIds }),
    put("agendaItem", id, newItem(command)),
  ]);
}

/** What is under way goes on as it was begun: time, rooms and stage have ways of their own. */
export function updateItem(command: CommandOf<"agenda.update">, { state }: Acting): Result<Patch[]> {
  const item = findItem(command.itemId, state);
  if (item === undefined) return refuse("agenda_item_unknown");
  const { title, itemKind, plannedMs, roomSet, ledBy } = command;
  if (roomSet !== undefined && !isThere(roomSet, state)) return refuse("round_unknown");
  return done([
    set(item, {
      ...(title !== undefined && { title }),
      ...(itemKind !== undefined && { itemKind }),
      ...(plannedMs !== undefined && { plannedMs }),
      ...(roomSet !== undefined && { roomSet }),
      ...(ledBy !== undefined && { ledBy }),
    }),
  ]);
}

export function orderItems({ itemIds }: CommandOf<"agenda.order">, { state }: Acting): Result<Patch[]> {
  const agenda = agendaIn(state);
  if (agenda === undefined) return done([]);
  const first = [...new Set(itemIds)].filter((itemId) => agenda.itemIds.includes(itemId));
  const named = new Set(first);
  const next = [...first, ...agenda.itemIds.filter((itemId) => !named.has(itemId))];
  return done(next.join() === agenda.itemIds.join() ? [] : [set(agenda, { itemIds: next })]);
}

/** What is under way is left first. */
export function removeItem({ itemId }: CommandOf<"agenda.remove">, { state }: Acting): Result<Patch[]> {
  const item = state.find("agendaItem", agendaItemRecordId(itemId));
  if (item === undefined) return refuse("agenda_item_unknown");
  if (item.removed) return done([]);
  if (agendaIn(state)?.currentItemId === itemId) return refuse("agenda_item_running");
  return done([set(item, { removed: true })]);
}

/** Puts an item back to its place. */
export function restoreItem({ itemId }: CommandOf<"agenda.restore">, { state }: Acting): Result<Patch[]> {
  const item = state.find("agendaItem", agendaItemRecordId(itemId));
  if (item === undefined) return refuse("agenda_item_unknown");
  return done(item.removed ? [set(item, { removed: false })] : []);
}

/** Whether there is a round where a round is meant. */
function isThere(roomSet: CommandOf<"agenda.add">["roomSet"], state: SessionState): boolean {
  if (roomSet.kind !== "round") return true;
  return state.find("round", roundRecordId(roomSet.roundId))?.removed === false;
}
