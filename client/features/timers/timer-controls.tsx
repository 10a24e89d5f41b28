import { timerRecordId } from "../../../shared/domain/timers/records.ts";
import { useConnection, useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { StartForm } from "./start-form.tsx";
import styles from "./timer-controls.module.css";
import { TimerSteering } from "./timer-steering.tsx";
import { useTimerActs } from "./use-timer-acts.ts";
import { useTimedName } from "./use-timer-name.ts";

interface Props {
  /** Whose time; null: everyone's. */
  readonly roomId: string | null;
  /** In a column of the console, or along the top of a room. */
  readonly layout: "column" | "line";
}

/** Gives time to a room or to everyone, and steers what counts there. */
export function TimerControls({ roomId, layout }: Props) {
  const { timing: words } = useMessages();
  const timer = useRecord("timer", timerRecordId(roomId));
  const name = useTimedName(roomId);
  const acts = useTimerActs(roomId, name);
  // What comes late would start late: time is given while the server hears it.
  const isOnline = useConnection().status === "online";
  return (
    <section className={styles.controls} data-layout={layout} aria-label={words.controlsOf(name)}>
      {timer === undefined ? (
        <StartForm onStart={acts.start} isOnline={isOnline} />
      ) : (
        <TimerSteering timer={timer} acts={acts} isOnline={isOnline} />
      )}
    </section>
  );
}
