import { leftAt, spokenAt } from "../../../shared/domain/speaking/clock.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { useServerNow } from "../../ui/use-server-now.ts";
import { clockTone, leftText, minutesText } from "./clock-face.ts";
import styles from "./speech-clock.module.css";

interface Props {
  readonly speech: SpeechView;
  /** `panel`: on the small picture of the stage; `line`: among other words, where many count on one screen. */
  readonly size: "large" | "stage" | "panel" | "line";
}

/** The clock of whoever has the floor: what is left, in the colour of how much that is, or how long it has taken. */
export function SpeechClock({ speech, size }: Props) {
  const words = useMessages().speaking.clock;
  const now = useServerNow(speech.status === "speaking");
  const leftMs = leftAt(speech, now);
  const tone = clockTone(leftMs);
  const isPaused = speech.status === "paused";
  const word = isPaused ? words.paused : leftMs === null ? words.spoken : words[tone];
  return (
    <p className={styles.clock} data-size={size} data-tone={tone} data-paused={isPaused || undefined}>
      {/* A clock that is read out every second would let nobody listen to anything else. */}
      <span role="timer" aria-live="off" className={styles.time}>
        {leftMs === null ? minutesText(spokenAt(speech, now)) : leftText(leftMs)}
      </span>
      {size === "line" ? (
        // Time that is left says so itself.
        (isPaused || leftMs === null || tone === "live") && <span className={styles.word}>{word}</span>
      ) : (
        <span className={styles.word} role="status">
          {word}
        </span>
      )}
    </p>
  );
}
