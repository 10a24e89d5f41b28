const MIB = 1024 * 1024;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When versions of notes are kept, and how many; units are in the names. */
export const VERSION_LIMITS = {
  /** Kept when nobody wrote for this long after changes, and while writing goes on each `everyMs`. */
  pauseMs: 2 * MINUTE_MS,
  everyMs: 10 * MINUTE_MS,
  /** A deletion is large from so many characters on where they are such a share of the text, and always from `deletionLargeChars`. */
  deletionMinChars: 50,
  deletionShare: 0.3,
  deletionLargeChars: 2000,
  /** After a version before a deletion the next of the same document waits so long: what it had is kept. */
  deletionEveryMs: 10_000,
  /** States of one document that wait to be kept at a time. */
  waitingMax: 4,
  /** Versions of pauses: all of the last `allForMs`, then the last of each hour, after `hourlyForMs` of each day. */
  allForMs: HOUR_MS,
  hourlyForMs: DAY_MS,
  /** How long any version is kept at most, but those kept by hand. */
  keptForMs: 90 * DAY_MS,
  /** Of the versions before deletions, those of an hour with most text. */
  deletionsPerHourMax: 6,
  /** Versions of one document, and their size together as stored. */
  keptMax: 300,
  keptMaxBytes: 32 * MIB,
  /** Of these a sixth, for what one person kept by hand: else a single one could push out what all others kept. */
  savedByOneMax: 50,
  savedByOneMaxBytes: (32 * MIB) / 6,
} as const;

export type VersionLimits = { readonly [Name in keyof typeof VERSION_LIMITS]: number };
