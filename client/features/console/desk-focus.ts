import { useEffect } from "react";
import type { CardMode } from "./pending-card.tsx";

/** Where the keys go on when a button that had the focus is gone: to the selected card, else to the row. */
export function focusDesk(): void {
  const stop = "[id^='pending-'][tabindex='0'], [data-question-row][tabindex='0']";
  document.querySelector<HTMLElement>(stop)?.focus({ preventScroll: true });
}

/**
 * When the focused card was decided, or the form in it closed, the selected card takes the focus; a focus elsewhere
 * stays where it is.
 */
export function useFocusFollowsSelection(selected: string | null, mode: CardMode): void {
  useEffect(() => {
    if (selected === null || mode !== "buttons" || document.activeElement !== document.body) return;
    document.getElementById(`pending-${selected}`)?.focus({ preventScroll: true });
  }, [selected, mode]);
}
