import { useEffect, useRef } from "react";

/** The keys of a keyboard and of what speakers hold in the hand. */
const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  PageDown: 1,
  " ": 1,
  ArrowLeft: -1,
  PageUp: -1,
};

/** What has keys of its own, as around a preview. */
const OWN_KEYS = "input, select, textarea, button";

/** Turns pages by the keys of the machine at the projector. */
export function useTurnKeys(turnBy: (step: 1 | -1) => void): void {
  const latest = useRef(turnBy);
  useEffect(() => {
    latest.current = turnBy;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS) !== null) return;
      event.preventDefault();
      latest.current(step);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
