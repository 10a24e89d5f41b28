import { useEffect, useRef } from "react";

const FIELDS = "input, select, textarea";
const BUT_CHOICES = "input:not([type=radio]), select, textarea";
const BUTTONS_TOO = `${FIELDS}, button`;

/** The keys of a keyboard and of what speakers hold in the hand; each with what around a preview has it for itself. */
const KEYS: Readonly<Record<string, { readonly step: 1 | -1; readonly ownOf: string }>> = {
  ArrowRight: { step: 1, ownOf: FIELDS },
  PageDown: { step: 1, ownOf: BUT_CHOICES },
  " ": { step: 1, ownOf: BUTTONS_TOO },
  ArrowLeft: { step: -1, ownOf: FIELDS },
  PageUp: { step: -1, ownOf: BUT_CHOICES },
};

/** Turns pages by the keys of the machine at the projector. */
export function useTurnKeys(turnBy: (step: 1 | -1) => void): void {
  const latest = useRef(turnBy);
  useEffect(() => {
    latest.current = turnBy;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = KEYS[event.key];
      if (key === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(key.ownOf) !== null) return;
      event.preventDefault();
      latest.current(key.step);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
