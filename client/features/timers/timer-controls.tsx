import { timerRecordId } from "../../../shared/domain/timers/records.ts";
import { useConnection, useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { StartForm } from "./start-form.tsx";
import styles from "./timer-controls.module.css";
import { KEYED_MINUTES, MORE_MINUTES } from "./timer-minutes.ts";
import { TimerSteering } from "./timer-steering.tsx";
import { useTimerActs } from "./use-timer-acts.ts";
import { useTimedName } from "./use-timer-name.ts";

interface Props {
  /** Whose time; null: everyone's. */
  readonly roomId: string | null;
  /** In a column of the console, or along the top of a room. */
  readonly layout: "column" | "line";
  /** The keys that press its buttons, where there are any. */
  readonly keys?: TimerKeys;
}

export interface TimerKeys {
  /** Starts, and gives more once it counts. */
  readonly more: string;
  readonly hold: string;
}

/** Gives time to a room or to everyone, and steers what counts there. */
export function TimerControls({ roomId, layout, keys }: Props) {
  const { timing: words } = useMessages();
  const timer = useRecord("timer", timerRecordId(roomId));
  const name = useTimedName(roomId);
  const acts = useTimerActs(roomId, name);
  // What comes late would start late: time is given while the server hears it.
  const isOnline = useConnection().status === "online";
  return (
    <section className={styles.controls} data-layout={layout} aria-label={words.controlsOf(name)}>
      {timer === undefined ? (
        <StartForm onStart={acts.start} isOnline={isOnline} startKey={keys?.more} />
      ) : (
        <TimerSteering timer={timer} acts={acts} isOnline={isOnline} keys={keys} />
      )}
      {keys !== undefined && isOnline && (
        <p className={styles.hint}>
          {timer === undefined
            ? words.startKey(keys.more, KEYED_MINUTES)
            : words.steerKeys(keys.more, MORE_MINUTES[0], keys.hold)}
        </p>
      )}
    </section>
  );
}
