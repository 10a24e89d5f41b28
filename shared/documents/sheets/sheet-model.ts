/** A table for offices to read, print and fill in; what it looks like is the renderer's business. */
export interface SheetModel {
  readonly title: string;
  /** A line under the title: how it is filled in. */
  readonly note: string;
  /** What the sheet is called in its file. */
  readonly sheetName: string;
  readonly columns: readonly SheetColumn[];
  /** Cells by the columns' order; a date is a day, `2026-11-30`; empty for blank cells. */
  readonly rows: readonly (readonly string[])[];
  /** Columns at the left that stay in sight. */
  readonly heldColumns: number;
  /** Lamps: what colours the cell of the due date. */
  readonly lamp: SheetLamp | null;
  /** Names the hidden sheet of choices. */
  readonly choicesName: string;
  /** At the foot of printed pages, with `&P` and `&N`. */
  readonly pageLine: string;
  /** Who took it and when, at the head of printed pages; absent: nobody is named. */
  readonly watermark?: string;
}

export interface SheetColumn {
  readonly heading: string;
  readonly kind: "number" | "text" | "date";
  /** In characters. */
  readonly width: number;
  /** For programs: neither seen nor printed where the format can hide it. */
  readonly isHidden?: boolean;
  /** Written in by hand, on paper: rows leave room for it. */
  readonly isByHand?: boolean;
  /** What may be chosen, and what is said to whoever writes something else; others may be written where it says so. */
  readonly choices?: {
    readonly values: readonly string[];
    readonly help: string;
    readonly mayDiffer: boolean;
  };
  /** What is said to whoever writes no date. */
  readonly dateHelp?: string;
}

/** Green on time, yellow from three days before the date on, red after it; none where the row is over or has no date. */
export interface SheetLamp {
  /** Indexes of the columns of the date and of the state. */
  readonly dueColumn: number;
  readonly statusColumn: number;
  readonly overStatus: string;
  readonly soonDays: number;
}
