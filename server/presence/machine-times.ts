import type { WatchTimes } from "./watched-session.ts";

/** The machine's own; what is still to be told holds up no end of the process. */
export const MACHINE_TIMES: WatchTimes = {
  now: () => performance.now(),
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs).unref();
    return () => clearTimeout(timer);
  },
};
