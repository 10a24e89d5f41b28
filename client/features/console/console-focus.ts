import { useEffect } from "react";
import type { CardMode } from "./queue/pending-card.tsx";
import { pendingId } from "./queue/pending-id.ts";

/** Where the keys go on when a button that had the focus is gone: to the selected card, else to the row. */
export function focusConsole(): void {
  const stop = "[id^='pending-'][tabindex='0'], [data-question-row][tabindex='0']";
  const stops = [...document.querySelectorAll<HTMLElement>(stop)];
  stops.find(isShown)?.focus({ preventScroll: true });
}

/** Whether an element is not folded away. */
export function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null;
}

/**
 * When the focused card was decided, or the form in it closed, the selected card takes the focus; a focus elsewhere
 * stays where it is.
 */
export function useFocusFollowsSelection(selected: string | null, mode: CardMode): void {
  useEffect(() => {
    if (selected === null || mode !== "buttons" || document.activeElement !== document.body) return;
    document.getElementById(pendingId(selected))?.focus({ preventScroll: true });
  }, [selected, mode]);
}
