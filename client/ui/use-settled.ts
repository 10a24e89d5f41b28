import { useEffect, useState } from "react";

/**
 * `value` once it has stood for `quietMs`; at once where `hurried` says so. Keeps what comes and goes in a blink
 * off the screen.
 */
export function useSettled<T>(value: T, quietMs: number, hurried: (value: T) => boolean): T {
  const [settled, setSettled] = useState(value);
  const atOnce = hurried(value);
  useEffect(() => {
    if (atOnce) {
      setSettled(value);
      return undefined;
    }
    const timer = setTimeout(() => setSettled(value), quietMs);
    return () => clearTimeout(timer);
  }, [value, atOnce, quietMs]);
  return atOnce ? value : settled;
}
