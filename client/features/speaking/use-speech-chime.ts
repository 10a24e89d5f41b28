import { useEffect, useRef } from "react";
import { leftAt } from "../../../shared/domain/speaking/clock.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { play } from "../../ui/sound/chime.ts";
import { useSoundSwitch } from "../../ui/sound/use-sound-switch.ts";
import { useServerNow } from "../../ui/use-server-now.ts";
import { type ClockTone, clockTone } from "./clock-face.ts";

/** Soft: heard where it is run and not in the hall. */
const CHIME = { tonesHz: [660, 880], loudness: 0.05 };

/** Rings softly as the last minute begins and as the time is up; `toggle` switches it off and on for this machine. */
export function useSpeechChime(current: SpeechView | null) {
  const bell = useSoundSwitch("yantao.speechChime", true);
  const now = useServerNow(current?.status === "speaking");
  const tone = current === null ? null : clockTone(leftAt(current, now));
  const before = useRef<{ readonly id: string; readonly tone: ClockTone } | null>(null);
  const id = current?.id;
  useEffect(() => {
    const last = before.current;
    before.current = id === undefined || tone === null ? null : { id, tone };
    // Only while it runs down: what was so when the page was opened is no news.
    const isLater = last !== null && last.id === id && tone !== null && RANK[tone] > RANK[last.tone];
    if (isLater && bell.isOn) play(CHIME);
  }, [id, tone, bell.isOn]);
  return bell;
}

const RANK: Readonly<Record<ClockTone, number>> = { plain: 0, waiting: 1, live: 2 };
