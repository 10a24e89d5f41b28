import { timerToShow } from "../../../shared/domain/timers/counting.ts";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useServerNow } from "../../ui/use-server-now.ts";

/** All timers the viewer sees, and the server's time while one of them runs. */
export function useTimers(): { readonly timers: readonly TimerRecord[]; readonly now: number } {
  const timers = useRecords("timer");
  const now = useServerNow(timers.some(({ status }) => status === "running"));
  return { timers, now };
}

/** The timer to show where `roomId` is looked at (null: no group), and the server's time; null where nothing is counted. */
export function useShownTimer(
  roomId: string | null,
): { readonly timer: TimerRecord; readonly now: number } | null {
  const { timers, now } = useTimers();
  const timer = timerToShow(timers, roomId, now);
  return timer === undefined ? null : { timer, now };
}
