import { useEffect, useState } from "react";

/** A question somebody asks to see; `turn` tells one time from the next. */
export interface Revealed {
  readonly recordId: string;
  readonly turn: number;
}

/**
 * Brings the row of `revealed` into sight, once for each time it is asked for. What is not among `keys` is let in by
 * `onMissing` first.
 */
export function useReveal(
  revealed: Revealed | null,
  keys: readonly string[],
  reveal: (index: number) => void,
  onMissing: () => void,
): void {
  const [seen, setSeen] = useState(revealed);
  const index = revealed === null || seen === revealed ? -1 : keys.indexOf(revealed.recordId);
  const isMissing = revealed !== null && seen !== revealed && index < 0;
  const [missed, setMissed] = useState<Revealed | null>(null);
  if (isMissing && missed !== revealed) {
    setMissed(revealed);
    onMissing();
  }
  useEffect(() => {
    if (index < 0) return;
    reveal(index);
    setSeen(revealed);
  }, [index, revealed, reveal]);
}
