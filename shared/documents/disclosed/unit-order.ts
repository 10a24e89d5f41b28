import { byOrder } from "../../domain/people/by-order.ts";
import type { AnyRecord } from "../../domain/records.ts";
import { ofKind } from "../of-kind.ts";

/** Compares units by the 排序号 of their first person; those the roster does not know come after, by name. */
export function unitOrder(records: readonly AnyRecord[]): (one: string, other: string) => number {
  const places = new Map<string, number>();
  for (const { unit } of ofKind(records, "person").sort(byOrder)) {
    if (!places.has(unit)) places.set(unit, places.size);
  }
  const placeOf = (unit: string) => places.get(unit) ?? places.size;
  return (one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : Number(one > other));
}
