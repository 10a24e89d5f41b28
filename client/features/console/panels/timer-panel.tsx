import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { type TimerRecord, timerRecordId } from "../../../../shared/domain/timers/records.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { TimerControls } from "../../timers/timer-controls.tsx";
import { TimerCountdown } from "../../timers/timer-countdown.tsx";
import { useTimerName } from "../../timers/use-timer-name.ts";
import { useConsole, useConsoleHall } from "../console-context.ts";
import { KEY_HINTS } from "../keys/console-keys.ts";
import styles from "./side-panels.module.css";

const EVERYONE = "everyone";
const KEYS = { more: KEY_HINTS.timeMore, hold: KEY_HINTS.timeHold };

/** Time for everyone or for a group, and what counts elsewhere. */
export function TimerPanel() {
  const { timing: words } = useMessages();
  const { rights, showKeys } = useConsole();
  const { rooms } = useConsoleHall();
  const timers = useRecords("timer");
  const [roomId, setRoomId] = useState<string | null>(null);
  const groups = rooms.filter(({ roomKind }) => roomKind === "breakout");
  const others = timers.filter(({ id }) => !rights.moderates || id !== timerRecordId(roomId));
  if (!rights.moderates && others.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <div className={styles.headLine}>
        <h2 className={styles.panelHead}>{words.title}</h2>
        {rights.moderates && groups.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={words.whose}
            value={roomId ?? EVERYONE}
            onChange={({ currentTarget: { value } }) => setRoomId(value === EVERYONE ? null : value)}
            data={[
              { value: EVERYONE, label: words.everyone },
              ...groups.map((room) => ({ value: room.roomId, label: room.name })),
            ]}
          />
        )}
      </div>
      {rights.moderates && (
        <TimerControls
          key={roomId}
          roomId={roomId}
          layout="column"
          // They are of everyone's time, whatever is looked at.
          {...(showKeys && roomId === null && { keys: KEYS })}
        />
      )}
      {others.length > 0 && (
        <ul>
          {others.map((timer) => (
            <OtherTimer
              key={timer.id}
              timer={timer}
              {...(rights.moderates && { onSteer: () => setRoomId(timer.roomId) })}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface OtherProps {
  readonly timer: TimerRecord;
  /** Absent where the viewer may not. */
  readonly onSteer?: () => void;
}

function OtherTimer({ timer, onSteer }: OtherProps) {
  const { timing: words } = useMessages();
  const name = useTimerName(timer);
  return (
    <li className={styles.timerLine}>
      {onSteer === undefined ? (
        <span title={name}>{name}</span>
      ) : (
        <button type="button" title={words.steer(name)} onClick={onSteer}>
          {name}
        </button>
      )}
      <TimerCountdown timer={timer} />
    </li>
  );
}
