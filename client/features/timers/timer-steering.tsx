import { Button } from "@mantine/core";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { formatCountdown } from "../../ui/counting/format-countdown.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./timer-controls.module.css";
import type { TimerKeys } from "./timer-controls.tsx";
import { TimerCountdown } from "./timer-countdown.tsx";
import { MORE_MINUTES } from "./timer-minutes.ts";
import type { TimerActs } from "./use-timer-acts.ts";

const MINUTE_MS = 60_000;

interface Props {
  readonly timer: TimerRecord;
  readonly acts: TimerActs;
  readonly isOnline: boolean;
  readonly keys: TimerKeys | undefined;
}

/** What counts, and more time, holding it, stopping it. */
export function TimerSteering({ timer, acts, isOnline, keys }: Props) {
  const { timing: words } = useMessages();
  const isHeld = timer.status === "paused";
  const given = words.given(formatCountdown(timer.durationMs));
  return (
    <div className={styles.steering}>
      <div className={styles.counting}>
        <TimerCountdown timer={timer} look="panel" />
        <span className={styles.about} title={timer.label ?? ""}>
          {timer.label !== null && <span>{timer.label}</span>} <span>{given}</span>
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
            {...(count === MORE_MINUTES[0] && keys !== undefined && { "aria-keyshortcuts": keys.more })}
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
          {...(keys !== undefined && { "aria-keyshortcuts": keys.hold })}
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
