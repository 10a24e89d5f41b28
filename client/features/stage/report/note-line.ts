/** A line of a room's notes that says something, as the hall reads it. */
export interface NoteLine {
  readonly isHeading: boolean;
  /** As printed before it: `·`, `3.`, `√`. */
  readonly marker: string;
  /** How far it is set in. */
  readonly indent: number;
  readonly text: string;
}

/** More than is read aloud; the minutes have all of it. */
export const NOTE_LINES_MAX = 600;
