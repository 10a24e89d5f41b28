import { type MouseEvent, useCallback, useLayoutEffect, useRef } from "react";
import { pendingAt, pendingId } from "./pending-id.ts";

/** Who moves the pointer farther between pressing and letting go drags over words. */
const STILL_PX = 4;

interface Press {
  readonly questionId: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Selecting folds one card and opens another; the list scrolls by as much, so that the chosen one stays where it was
 * pressed. What was pressed is chosen, also where the list moves before it is let go: the browser then clicks the list.
 */
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
  const press = useRef<Press | null>(null);
  const onMouseDown = useCallback(({ target, clientX: x, clientY: y }: MouseEvent) => {
    const questionId = pendingAt(target as Element);
    press.current = questionId === null ? null : { questionId, x, y };
  }, []);
  const onClick = useCallback(
    ({ target, clientX, clientY }: MouseEvent) => {
      if (press.current === null || target !== list.current) return;
      const { questionId, x, y } = press.current;
      if (Math.hypot(clientX - x, clientY - y) <= STILL_PX) select(questionId);
    },
    [select],
  );
  return { list: { ref: list, onMouseDown, onClick }, select };
}

function topOf(questionId: string): number | null {
  return document.getElementById(pendingId(questionId))?.getBoundingClientRect().top ?? null;
}
