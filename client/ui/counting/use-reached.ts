import { useEffect, useEffectEvent, useRef } from "react";

/**
 * Calls `onReached` when what is left of `id` comes down to one of the marks, with the lowest it came to; all in
 * milliseconds. What was so already when the page was opened, or when the time was set, has not come to it.
 */
export function useReached(
  { id, leftMs }: { readonly id: string; readonly leftMs: number },
  marksMs: readonly number[],
  onReached: (markMs: number) => void,
): void {
  const before = useRef({ id, leftMs });
  const reached = useEffectEvent(onReached);
  useEffect(() => {
    const last = before.current;
    before.current = { id, leftMs };
    if (last.id !== id) return;
    const marks = marksMs.filter((mark) => last.leftMs > mark && leftMs <= mark);
    if (marks.length > 0) reached(Math.min(...marks));
  }, [id, leftMs, marksMs]);
}
