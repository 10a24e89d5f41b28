import { useEffect, useRef } from "react";
import { ring, useBellSwitch } from "../../ui/bell.ts";
import type { Desk } from "./desk-questions.ts";

/** Rings softly when something new is to be accepted or doubted; `toggle` switches it off and on for this machine. */
export function useDeskBell({ toAccept, doubted }: Desk): { isOn: boolean; toggle: () => void } {
  const bell = useBellSwitch("yantao.deskBell");
  const { isOn } = bell;
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const ids = new Set([...toAccept, ...doubted].map(({ id }) => id));
    const before = known.current;
    known.current = ids;
    // What was there when the page was opened is no news.
    if (isOn && before !== null && [...ids].some((id) => !before.has(id))) ring();
  }, [toAccept, doubted, isOn]);
  return bell;
}
