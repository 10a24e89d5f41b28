import { useEffect, useRef } from "react";

/** Calls `tick` every `everyMs`; not at all while `everyMs` is null. */
export function useInterval(tick: () => void, everyMs: number | null): void {
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
  }, [tick]);
  useEffect(() => {
    if (everyMs === null) return undefined;
    const timer = setInterval(() => latest.current(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
