import type { WireError } from "../../shared/protocol/errors.ts";

/**
 * `connecting` until the first join, `online` while joined, `offline` while the line is down and being tried again,
 * `refused` when trying again is of no use.
 */
export interface ConnectionState {
  readonly status: "connecting" | "online" | "offline" | "refused";
  readonly error?: WireError;
}

/** Pause before try number `failures` (from 0), with up to half of it random so that a hall does not knock at once. */
export function reconnectDelayMs(failures: number, random: number): number {
  return Math.min(250 * 2 ** failures, 4_000) * (0.5 + random / 2);
}

/** Pause before coming back to a server that said it stops: anywhere within the time it gave, so that all do not come at once. */
export function returnDelayMs(retryInMs: number, random: number): number {
  return retryInMs * random;
}
