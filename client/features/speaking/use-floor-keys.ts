import { useEffect, useLayoutEffect, useRef } from "react";
import { isTaken, isTypedInto } from "../../ui/keys/free-keys.ts";

/** What a letter does where somebody runs the floor; none of them is a letter of the console's. */
export type FloorKey = "next" | "pause" | "extend" | "end" | "note";

/** The key on the button that it presses. */
export const FLOOR_KEYS = {
  next: "B",
  pause: "P",
  extend: "T",
  end: "O",
  note: "G",
} as const satisfies Record<FloorKey, string>;

const KEYS = new Map(Object.entries(FLOOR_KEYS).map(([key, letter]) => [letter.toLowerCase(), key]));

/** Listens to the letters of the page while `isOn`, never while somebody types or a dialog is open. */
export function useFloorKeys(isOn: boolean, onKey: (key: FloorKey) => void): void {
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (isTaken(event) || event.repeat || isTypedInto(target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const key = KEYS.get(event.key.toLowerCase());
      if (key === undefined) return;
      event.preventDefault();
      latest.current(key as FloorKey);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
}
