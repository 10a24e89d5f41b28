import { useCallback, useLayoutEffect, useRef } from "react";
import { pendingId } from "./pending-id.ts";

/** Selecting folds one card and opens another; the list scrolls by as much, so that the chosen one stays where it was pressed. */
export function useStillSelection(selected: string | null, onSelect: (questionId: string) => void) {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ readonly questionId: string; readonly topPx: number } | null>(null);
  const select = useCallback(
    (questionId: string) => {
      const topPx = topOf(questionId);
      pressed.current = topPx === null ? null : { questionId, topPx };
      onSelect(questionId);
    },
    [onSelect],
  );
  useLayoutEffect(() => {
    const before = pressed.current;
    pressed.current = null;
    const topPx = before === null || before.questionId !== selected ? null : topOf(before.questionId);
    if (before === null || topPx === null) return;
    list.current?.closest("[data-scroller]")?.scrollBy({ top: topPx - before.topPx });
  }, [selected]);
  return { list, select };
}

function topOf(questionId: string): number | null {
  return document.getElementById(pendingId(questionId))?.getBoundingClientRect().top ?? null;
}
