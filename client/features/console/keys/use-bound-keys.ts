import { useEffect, useLayoutEffect, useRef } from "react";
import { isTypedInto } from "../../../ui/keys/free-keys.ts";
import { type ConsoleKey, consoleKey } from "./console-keys.ts";

/**
 * Listens to the keys of the page. `onKey` says whether it did something; `target` is where the focus
 * is. Nothing comes while somebody types or a dialog is open, and Enter and Space stay with the focused button.
 */
export function useBoundKeys(onKey: (key: ConsoleKey, target: Element) => boolean): void {
  const latest = useRef(onKey);
  // With what is drawn, and not a moment later: a key that follows at once means what is to be seen.
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (isTypedInto(target)) return;
      const key = consoleKey(event);
      if (key === null || (key === "details" && target.closest("button, a, summary") !== null)) return;
      if (latest.current(key, target)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
