import { Button } from "@mantine/core";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { formatCountdown } from "../../ui/counting/format-countdown.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./timer-controls.module.css";
import { TimerCountdown } from "./timer-countdown.tsx";
import type { TimerActs } from "./use-timer-acts.ts";

const MINUTE_MS = 60_000;
const MORE_MINUTES = [1, 5];

interface Props {
  readonly timer: TimerRecord;
  readonly acts: TimerActs;
  readonly isOnline: boolean;
}

/** What counts, and more time, holding it, stopping it. */
export function TimerSteering({ timer, acts, isOnline }: Props) {
  const { timing: words } = useMessages();
  const isHeld = timer.status === "paused";
  const given = words.given(formatCountdown(timer.durationMs));
  return (
    <div className={styles.steering}>
      <div className={styles.counting}>
        <TimerCountdown timer={timer} look="panel" />
        <span className={styles.about} title={timer.label ?? ""}>
          {timer.label === null ? given : words.whoseAndWhat(timer.label, given)}
        </span>
      </div>
      <div className={styles.acts}>
        {MORE_MINUTES.map((count) => (
          // Pressed twice is meant twice.
          <Button
            key={count}
            size="compact-md"
            variant="default"
            disabled={!isOnline}
            onClick={() => acts.extend(count * MINUTE_MS)}
          >
            {words.more(count)}
          </Button>
        ))}
        <Button
          size="compact-md"
          variant="default"
          className={styles.hold ?? ""}
          disabled={!isOnline}
          onClick={singlePress(isHeld ? acts.resume : acts.pause)}
        >
          {isHeld ? words.resume : words.pause}
        </Button>
        <Button size="compact-md" variant="default" disabled={!isOnline} onClick={singlePress(acts.stop)}>
          {words.stop}
        </Button>
      </div>
      {!isOnline && <p className={styles.hint}>{words.offline}</p>}
    </div>
  );
}
