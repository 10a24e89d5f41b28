import { SHORT_MS } from "../../ui/counting/format-countdown.ts";

/** How near the end is: nothing to say yet, the last minute, over time. */
export type ClockTone = "plain" | "waiting" | "live";

/** `leftMs`: null where there is no bound. */
export function clockTone(leftMs: number | null): ClockTone {
  if (leftMs === null || leftMs > SHORT_MS) return "plain";
  return leftMs > 0 ? "waiting" : "live";
}

/** `4:05`, whole seconds; without a sign. */
export function minutesText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What is left, the second that has begun among it; what is over by, once it is over. */
export function leftText(leftMs: number): string {
  return leftMs > 0 ? minutesText(Math.ceil(leftMs / 1_000) * 1_000) : minutesText(leftMs);
}
