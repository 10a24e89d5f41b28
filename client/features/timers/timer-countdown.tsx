import { leftMsOf } from "../../../shared/domain/timers/counting.ts";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { Countdown } from "../../ui/counting/countdown.tsx";
import { useMessages } from "../../ui/language.tsx";
import { useServerNow } from "../../ui/use-server-now.ts";
import { useTimerName } from "./use-timer-name.ts";

/** What is left of a timer; of what stands around it this alone is drawn each second. */
export function TimerCountdown({
  timer,
  look = "bar",
}: {
  timer: TimerRecord;
  look?: "bar" | "panel" | "line";
}) {
  const { timing: words } = useMessages();
  const now = useServerNow(timer.status === "running");
  const name = useTimerName(timer);
  return (
    <Countdown
      leftMs={leftMsOf(timer, now)}
      isHeld={timer.status === "paused"}
      look={look}
      name={words.leftOf(name)}
    />
  );
}
