import { useEffect, useRef } from "react";
import { DESK_LOUDNESS, play } from "../../ui/sound/chime.ts";
import { type SoundSwitch, useSoundSwitch } from "../../ui/sound/use-sound-switch.ts";
import type { Desk } from "./desk-questions.ts";

/** Soft: heard at the desk and not in the hall. */
const BELL = { tonesHz: [660, 880], loudness: DESK_LOUDNESS };

/** Rings softly when something new is to be accepted or doubted; `toggle` switches it off and on for this machine. */
export function useDeskBell({ toAccept, doubted }: Desk): SoundSwitch {
  const bell = useSoundSwitch("yantao.deskBell", true);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const ids = new Set([...toAccept, ...doubted].map(({ id }) => id));
    const before = known.current;
    known.current = ids;
    // What was there when the page was opened is no news.
    if (bell.isOn && before !== null && [...ids].some((id) => !before.has(id))) play(BELL);
  }, [toAccept, doubted, bell.isOn]);
  return bell;
}
