import { leftAt } from "../../../shared/domain/speaking/clock.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { SHORT_MS } from "../../ui/counting/format-countdown.ts";
import { useReached } from "../../ui/counting/use-reached.ts";
import { play } from "../../ui/sound/chime.ts";
import { useSoundSwitch } from "../../ui/sound/use-sound-switch.ts";
import { useServerNow } from "../../ui/use-server-now.ts";

/** Soft: heard where it is run and not in the hall. */
const CHIME = { tonesHz: [660, 880], loudness: 0.05 };
const MARKS_MS = [SHORT_MS, 0];

/** Rings softly as the last minute begins and as the time is up; `toggle` switches it off and on for this machine. */
export function useSpeechChime(current: SpeechView | null) {
  const bell = useSoundSwitch("yantao.speechChime", true);
  const now = useServerNow(current?.status === "speaking");
  const leftMs = current === null ? null : leftAt(current, now);
  useReached({ id: current?.id ?? "", leftMs: leftMs ?? Number.POSITIVE_INFINITY }, MARKS_MS, () => {
    if (bell.isOn) play(CHIME);
  });
  return bell;
}
