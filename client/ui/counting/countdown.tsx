import { useMessages } from "../language.tsx";
import styles from "./countdown.module.css";
import { formatCountdown, SHORT_MS } from "./format-countdown.ts";

interface Props {
  /** Whole seconds in milliseconds; below 0 it is up, and counted on. */
  readonly leftMs: number;
  readonly isHeld?: boolean;
  /** `line`: among other words; `stage`: for the back of the hall, on its dark ground. */
  readonly look?: "bar" | "panel" | "line" | "stage";
  /** What the time is for, read out with it. */
  readonly name: string;
}

/** How much time is left. It is not read out as it counts: see `CountdownSigns`. */
export function Countdown({ leftMs, isHeld = false, look = "bar", name }: Props) {
  const { timing: words } = useMessages();
  const isUp = leftMs <= 0;
  const time = formatCountdown(leftMs);
  return (
    <span
      className={styles.countdown}
      role="timer"
      aria-label={name}
      data-look={look}
      data-tone={isUp ? "up" : leftMs <= SHORT_MS ? "short" : undefined}
    >
      {isUp && <span className={styles.word}>{words.timeUp}</span>}
      <span className={styles.time}>{leftMs < 0 ? `+${time}` : time}</span>
      {isHeld && <span className={styles.word}>{words.held}</span>}
    </span>
  );
}
