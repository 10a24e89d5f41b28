import { useEffect, useState } from "react";

/** So that a hall that is cut off does not ask all at once. */
const LOOK_MS = { least: 2_000, spread: 2_000 } as const;
/** So many answers in a row, with the live connection down all the time, are no server that is just coming back. */
const ANSWERS = 3;

/**
 * Whether the server answers while a live connection to it, which `isDown`, does not come about: then something on the way,
 * a proxy or security software, lets pages through and no WebSocket.
 */
export function useSocketBlocked(isDown: boolean): boolean {
  const [answers, setAnswers] = useState(0);
  useEffect(() => {
    setAnswers(0);
    if (!isDown) return undefined;
    let isCurrent = true;
    const timer = setInterval(
      () => {
        fetch("/healthz").then(
          ({ ok }) => isCurrent && setAnswers((count) => (ok ? count + 1 : 0)),
          () => isCurrent && setAnswers(0),
        );
      },
      LOOK_MS.least + Math.random() * LOOK_MS.spread,
    );
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [isDown]);
  return isDown && answers >= ANSWERS;
}
