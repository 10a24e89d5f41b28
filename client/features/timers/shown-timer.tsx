import { leftMsOf } from "../../../shared/domain/timers/counting.ts";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { useCan } from "../../sync/hooks.ts";
import { Countdown } from "../../ui/counting/countdown.tsx";
import { CountdownSigns } from "../../ui/counting/countdown-signs.tsx";
import { useMessages } from "../../ui/language.tsx";
import { DESK_LOUDNESS } from "../../ui/sound/chime.ts";
import { useSoundSwitch } from "../../ui/sound/use-sound-switch.ts";
import { BellIcon } from "./bell-icon.tsx";
import styles from "./shown-timer.module.css";
import { useShownTimer } from "./use-shown-timer.ts";
import { useTimerName } from "./use-timer-name.ts";

/** Time left where `roomId` is looked at: the group's, else everyone's; nothing where nothing is counted. */
export function ShownTimer({ roomId }: { roomId: string | null }) {
  const shown = useShownTimer(roomId);
  return shown === null ? null : <Counting timer={shown.timer} now={shown.now} />;
}

function Counting({ timer, now }: { timer: TimerRecord; now: number }) {
  const { timing: words } = useMessages();
  const can = useCan();
  const name = useTimerName(timer);
  // In a hall of laptops those who keep the time are enough; whoever wants it switches it on.
  const sound = useSoundSwitch("yantao.timerBell", can({ type: "timer.start", roomId: timer.roomId }));
  const leftMs = leftMsOf(timer, now);
  const label = sound.isOn ? words.soundOn : words.soundOff;
  return (
    <div className={styles.live}>
      <span className={styles.name} title={name}>
        {name}
      </span>
      <Countdown leftMs={leftMs} isHeld={timer.status === "paused"} name={words.leftOf(name)} />
      <button
        type="button"
        className={styles.sound}
        aria-pressed={sound.isOn}
        aria-label={words.sound}
        title={label}
        onClick={sound.toggle}
      >
        <BellIcon isOn={sound.isOn} />
      </button>
      <CountdownSigns id={timer.id} leftMs={leftMs} name={name} loudness={sound.isOn ? DESK_LOUDNESS : 0} />
    </div>
  );
}
