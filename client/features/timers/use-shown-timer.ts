import { timerToShow } from "../../../shared/domain/timers/counting.ts";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useServerNow } from "../../ui/use-server-now.ts";

/** The timer to show where `roomId` is looked at (null: no group), and the server's time; null where nothing is counted. */
export function useShownTimer(
  roomId: string | null,
): { readonly timer: TimerRecord; readonly now: number } | null {
  const timers = useRecords("timer");
  const now = useServerNow(timers.some(({ status }) => status === "running"));
  const timer = timerToShow(timers, roomId, now);
  return timer === undefined ? null : { timer, now };
}
