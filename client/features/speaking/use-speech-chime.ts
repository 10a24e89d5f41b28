import { leftAt } from "../../../shared/domain/speaking/clock.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { SHORT_MS } from "../../ui/counting/format-countdown.ts";
import { useReached } from "../../ui/counting/use-reached.ts";
import { play } from "../../ui/sound/chime.ts";
import { useSoundSwitch } from "../../ui/sound/use-sound-switch.ts";
import { useServerNow } from "../../ui/use-server-now.ts";

const TONES_HZ = [660, 880];
const MARKS_MS = [SHORT_MS, 0];

/** Rings as the last minute begins and as the time is up; `toggle` switches it off and on for this machine. */
export function useSpeechChime(current: SpeechView | null, loudness: number) {
  const bell = useSoundSwitch("yantao.speechChime", true);
  const now = useServerNow(current?.status === "speaking");
  const leftMs = current === null ? null : leftAt(current, now);
  useReached({ id: current?.id ?? "", leftMs: leftMs ?? Number.POSITIVE_INFINITY }, MARKS_MS, () => {
    if (bell.isOn) play({ tonesHz: TONES_HZ, loudness });
  });
  return bell;
}
