import { useRef } from "react";
import type { QuestionView } from "../../session/views.ts";
import { keepOrder } from "./console-lists.ts";

/**
 * `list` in its own order, or, while `isHeld` (the pointer or the focus is in it), in the order it stood before with
 * what is new at the end. `scope` names the list; another list begins anew.
 */
export function useHeldOrder(
  list: readonly QuestionView[],
  scope: string,
  isHeld: boolean,
): readonly QuestionView[] {
  const shown = useRef<{ scope: string; ids: readonly string[] }>({ scope, ids: [] });
  const wanted = list.map((question) => question.id);
  const ids = isHeld && shown.current.scope === scope ? keepOrder(shown.current.ids, wanted) : wanted;
  shown.current = { scope, ids };
  const byId = new Map(list.map((question) => [question.id, question]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
