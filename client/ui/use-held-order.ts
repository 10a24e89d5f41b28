import { useMemo, useRef } from "react";

/**
 * `list` in its own order, or, while `isHeld` (the pointer or the focus is in it), in the order it stood before with
 * what is new at the end. `scope` names the list; another list begins anew.
 */
export function useHeldOrder<R extends { readonly id: string }>(
  list: readonly R[],
  scope: string,
  isHeld: boolean,
): readonly R[] {
  const shown = useRef<{ scope: string; ids: readonly string[] }>({ scope, ids: [] });
  return useMemo(() => {
    const wanted = list.map(({ id }) => id);
    const ids = isHeld && shown.current.scope === scope ? keepOrder(shown.current.ids, wanted) : wanted;
    shown.current = { scope, ids };
    const byId = new Map(list.map((record) => [record.id, record]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [list, scope, isHeld]);
}

/**
 * `wanted` in an order that moves nothing under the pointer: what stood before keeps its place, what is new comes
 * after it.
 */
export function keepOrder(before: readonly string[], wanted: readonly string[]): string[] {
  const stillWanted = new Set(wanted);
  const known = new Set(before);
  return [...before.filter((id) => stillWanted.has(id)), ...wanted.filter((id) => !known.has(id))];
}
