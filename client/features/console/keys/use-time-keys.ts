import { timerRecordId } from "../../../../shared/domain/timers/records.ts";
import { useConnection, useRecord } from "../../../sync/hooks.ts";
import { KEYED_MINUTES, MORE_MINUTES } from "../../timers/timer-minutes.ts";
import { useTimerActs } from "../../timers/use-timer-acts.ts";
import { useTimedName } from "../../timers/use-timer-name.ts";
import type { ConsoleKey } from "./console-keys.ts";

const MINUTE_MS = 60_000;

/** The keys of everyone's time: one starts it, and gives more once it counts; one holds it and lets it go on. Says whether it did something. */
export function useTimeKeys(): (key: ConsoleKey) => boolean {
  const timer = useRecord("timer", timerRecordId(null));
  const acts = useTimerActs(null, useTimedName(null));
  // What comes late would start late.
  const isOnline = useConnection().status === "online";
  return (key) => {
    if (!isOnline) return false;
    if (key === "timeMore") {
      if (timer === undefined) acts.start(KEYED_MINUTES * MINUTE_MS, "");
      else acts.extend(MORE_MINUTES[0] * MINUTE_MS);
      return true;
    }
    if (key !== "timeHold" || timer === undefined) return false;
    if (timer.status === "paused") acts.resume();
    else acts.pause();
    return true;
  };
}
