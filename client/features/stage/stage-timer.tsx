import { leftMsOf } from "../../../shared/domain/timers/counting.ts";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { Countdown } from "../../ui/counting/countdown.tsx";
import { CountdownSigns } from "../../ui/counting/countdown-signs.tsx";
import { useMessages } from "../../ui/language.tsx";
import { HALL_LOUDNESS } from "../../ui/sound/chime.ts";
import { useShownTimer } from "../timers/use-shown-timer.ts";
import { useTimerName } from "../timers/use-timer-name.ts";
import classes from "./stage.module.css";

/** Time left, for the hall: everyone's, else that of the group that ends next. */
export function StageTimer({ isSilent }: { isSilent: boolean }) {
  const shown = useShownTimer(null);
  return shown === null ? null : <Shown timer={shown.timer} now={shown.now} isSilent={isSilent} />;
}

interface ShownProps {
  readonly timer: TimerRecord;
  readonly now: number;
  readonly isSilent: boolean;
}

function Shown({ timer, now, isSilent }: ShownProps) {
  const { timing: words } = useMessages();
  const name = useTimerName(timer);
  const leftMs = leftMsOf(timer, now);
  // To the hall it goes without saying that it is everyone's.
  const what = timer.roomId === null ? timer.label : name;
  return (
    <span className={classes.timer}>
      {what !== null && <span className={classes.timerName}>{what}</span>}
      <Countdown leftMs={leftMs} isHeld={timer.status === "paused"} look="stage" name={words.leftOf(name)} />
      {!isSilent && <CountdownSigns id={timer.id} leftMs={leftMs} name={name} loudness={HALL_LOUDNESS} />}
    </span>
  );
}
