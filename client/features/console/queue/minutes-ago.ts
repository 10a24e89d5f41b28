const MINUTE_MS = 60_000;
const MINUTES_IN_HOUR = 60;

/** Whole minutes since `atMs`, never below 0. */
export function minutesAgo(atMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - atMs) / MINUTE_MS));
}

interface AgoWords {
  readonly now: string;
  readonly minutes: (minutes: number) => string;
  readonly hours: (hours: number) => string;
}

/** `刚刚`, `3 分钟前`, `2 小时前`. */
export function agoWords(minutes: number, words: AgoWords): string {
  if (minutes < 1) return words.now;
  return minutes < MINUTES_IN_HOUR
    ? words.minutes(minutes)
    : words.hours(Math.floor(minutes / MINUTES_IN_HOUR));
}
