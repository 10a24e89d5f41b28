import type { TimerRecord } from "./records.ts";

const SECOND_MS = 1_000;
/** Time that has been up for so long is nobody's any more. */
const FORGOTTEN_AFTER_MS = 30 * 60_000;

/** The second that runs at `now`, milliseconds since 1970: timers end at whole ones. */
export function secondOf(now: number): number {
  return Math.floor(now / SECOND_MS) * SECOND_MS;
}

/** What is left at `now` in milliseconds, whole seconds; below 0 once the time is up. */
export function leftMsOf(timer: TimerRecord, now: number): number {
  return timer.status === "paused" ? timer.leftMs : timer.endsAt - secondOf(now);
}

/** Whether the time was up long ago and nobody has stopped it: it is shown no more where it is not steered. */
export function isForgotten(timer: TimerRecord, now: number): boolean {
  return leftMsOf(timer, now) < -FORGOTTEN_AFTER_MS;
}

/** The timer to show to somebody who looks at `roomId` (null: at no group): the room's, else everyone's, else the one that ends first. */
export function timerToShow(
  timers: readonly TimerRecord[],
  roomId: string | null,
  now: number,
): TimerRecord | undefined {
  const shown = timers.filter((timer) => !isForgotten(timer, now));
  const [first] = shown.toSorted((one, other) => leftMsOf(one, now) - leftMsOf(other, now));
  return (
    shown.find((timer) => roomId !== null && timer.roomId === roomId) ??
    shown.find((timer) => timer.roomId === null) ??
    first
  );
}
