import { useMemo } from "react";
import { useUnits } from "./use-units.ts";

/** Compares units by 排序号 of the first of their people on the roster; those of nobody come last, by name. */
export type UnitOrder = (one: string, other: string) => number;

/** The same function until the roster's order of units changes. */
export function useUnitOrder(): UnitOrder {
  const units = useUnits(everybody);
  return useMemo(() => unitOrder(units), [units]);
}

function everybody(): number {
  return 0;
}

/** `units` in the order wanted. */
export function unitOrder(units: readonly string[]): UnitOrder {
  const ranks = new Map(units.map((unit, rank) => [unit, rank]));
  const rankOf = (unit: string) => ranks.get(unit) ?? units.length;
  return (one, other) => rankOf(one) - rankOf(other) || one.localeCompare(other, "zh-CN");
}
