import { unreachable } from "../unreachable.ts";
import { isBegun } from "./speech-state.ts";

/** What of a speech its clock is read off. */
export type Clock =
  | { readonly status: "waiting" | "withdrawn" }
  | {
      readonly status: "speaking";
      readonly budgetMs: number | null;
      readonly spokenMs: number;
      readonly runningSince: number;
    }
  | {
      readonly status: "paused" | "over";
      readonly budgetMs: number | null;
      readonly spokenMs: number;
    };

/** How long somebody has spoken at `now`; a clock that went back takes nothing away. In milliseconds. */
export function spokenAt(speech: Clock, now: number): number {
  switch (speech.status) {
    case "waiting":
    case "withdrawn":
      return 0;
    case "speaking":
      return speech.spokenMs + Math.max(0, now - speech.runningSince);
    case "paused":
    case "over":
      return speech.spokenMs;
    default:
      return unreachable(speech);
  }
}

/** What is left of the time at `now`, negative once it is over; null where it has no bound. In milliseconds. */
export function leftAt(speech: Clock, now: number): number | null {
  if (!isBegun(speech) || speech.budgetMs === null) return null;
  return speech.budgetMs - spokenAt(speech, now);
}

/** Who has spoken how long: the sum for each key of `keyOf`, longest first. In milliseconds. */
export function spokenBy<S extends Clock>(
  speeches: Iterable<S>,
  keyOf: (speech: S) => string,
  now: number,
): { readonly key: string; readonly spokenMs: number }[] {
  const sums = new Map<string, number>();
  for (const speech of speeches) {
    const spokenMs = spokenAt(speech, now);
    if (spokenMs > 0) sums.set(keyOf(speech), (sums.get(keyOf(speech)) ?? 0) + spokenMs);
  }
  return [...sums]
    .map(([key, spokenMs]) => ({ key, spokenMs }))
    .sort((one, other) => other.spokenMs - one.spokenMs || (one.key < other.key ? -1 : 1));
}
