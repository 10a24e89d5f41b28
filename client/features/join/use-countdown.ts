import { useCallback, useState } from "react";
import { useInterval } from "../../ui/use-interval.ts";

/** Whole seconds left, and how to begin: `(seconds) => void`. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useInterval(
    () => {
      const left = Math.max(0, Math.ceil(((endsAt ?? 0) - performance.now()) / 1_000));
      setSecondsLeft(left);
      if (left === 0) setEndsAt(null);
    },
    endsAt === null ? null : 250,
  );
  const begin = useCallback((seconds: number) => {
    setEndsAt(performance.now() + seconds * 1_000);
    setSecondsLeft(Math.ceil(seconds));
  }, []);
  return [secondsLeft, begin];
}
