import { useMemo, useRef } from "react";
import { useRecords } from "../../session/hooks.ts";

/** Compares units by 排序号 of the first of their people on the roster; those of nobody come last, by name. */
export type UnitOrder = (one: string, other: string) => number;

/** The same function until the roster's order of units changes. */
export function useUnitOrder(): UnitOrder {
  const people = useRecords("person");
  const last = useRef<{ readonly key: string; readonly order: UnitOrder } | null>(null);
  return useMemo(() => {
    const sorted = [...people].sort((one, other) => one.order - other.order);
    const units = [...new Set(sorted.map(({ unit }) => unit))];
    const key = JSON.stringify(units);
    if (last.current?.key !== key) last.current = { key, order: unitOrder(units) };
    return last.current.order;
  }, [people]);
}

/** `units` in the order wanted. */
export function unitOrder(units: readonly string[]): UnitOrder {
  const ranks = new Map(units.map((unit, rank) => [unit, rank]));
  const rankOf = (unit: string) => ranks.get(unit) ?? units.length;
  return (one, other) => rankOf(one) - rankOf(other) || one.localeCompare(other, "zh-CN");
}
