/** How many TCP connections there may be, and how long one may keep others waiting for what it does not do. */
export interface ConnectionLimits {
  /** All together. Who is in counts here, and is never closed for it. */
  readonly connectionsMax: number;
  /** Connections of nobody known: all but those of Socket.IO and notes that have been let in. */
  readonly waitingMax: number;
  readonly waitingPerAddressMax: number;
  /** Connections are looked at this often. */
  readonly lookMs: number;
  /** So many looks may pass without a whole request, or on a WebSocket without being let in: looks, since a busy process looks late. */
  readonly silentLooks: number;
  /** In as many looks this much of a request's body has to come, or the rest of it. */
  readonly bodyBytesMin: number;
  /** After so many looks at which nothing more of an answer was taken, it is given up. */
  readonly answerStalledLooks: number;
}

/** For files, threads, spawned readers: an eighth, and no more than this. */
const RESERVED_MAX = 1_024;
/** A hall of 300 browsers behind one address, each with six connections while a page loads, and some more. */
const HALL_CONNECTIONS = 2_000;
/** Each costs some 15 KB, however many descriptors there are. */
const WAITING_MAX = 8_000;

const PATIENCE = {
  lookMs: 1_000,
  silentLooks: 15,
  // 17 kbit/s.
  bodyBytesMin: 32 * 1024,
  // The system takes more of an answer in steps of a megabyte, which over 128 kbit/s are more than a minute apart.
  answerStalledLooks: 120,
} as const;

/** The bounds of a process that may have `descriptors` open: part of them stays free whoever comes. */
export function connectionLimits(descriptors: number): ConnectionLimits {
  const usable = descriptors - Math.min(RESERVED_MAX, Math.ceil(descriptors / 8));
  const waitingMax = Math.min(WAITING_MAX, Math.floor(usable / 4));
  return {
    // Each that waits may have a file open as well.
    connectionsMax: usable - waitingMax,
    waitingMax,
    // One address never has all of them.
    waitingPerAddressMax: Math.min(HALL_CONNECTIONS, Math.ceil((waitingMax * 3) / 4)),
    ...PATIENCE,
  };
}
