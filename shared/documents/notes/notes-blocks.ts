/** A stretch of a room's notes with one set of marks. A line break inside a block is `\n`. */
export interface NotesRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
}

/** `line` names the line by what ends it in the notes: the same while people write in it and around it; absent where nobody asked. */
interface NotesLine {
  readonly line?: string;
  readonly runs: readonly NotesRun[];
}

export interface NotesListItem {
  readonly blocks: readonly NotesBlock[];
}

export interface NotesTaskItem extends NotesListItem {
  readonly done: boolean;
}

/** Spans as they were written; whoever draws the table makes them fit. */
export interface NotesCell {
  readonly header: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly NotesBlock[];
}

export interface NotesRow {
  readonly cells: readonly NotesCell[];
}

/**
 * A room's rich text as plain data, nested at most `NOTES_LIMITS.depthMax` deep. `truncated` stands where a reader
 * stopped because the notes were too large.
 */
export type NotesBlock =
  | (NotesLine & { readonly kind: "heading"; readonly level: number })
  | (NotesLine & { readonly kind: "paragraph" })
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** Number of the first item of an ordered list. */
      readonly start: number;
      readonly items: readonly NotesListItem[];
    }
  | { readonly kind: "tasks"; readonly items: readonly NotesTaskItem[] }
  | { readonly kind: "table"; readonly rows: readonly NotesRow[] }
  | { readonly kind: "quote"; readonly blocks: readonly NotesBlock[] }
  | { readonly kind: "truncated" };

export interface RoomNotes {
  readonly roomId: string;
  readonly blocks: readonly NotesBlock[];
}

/** What a reader of notes takes at most; beyond it says `truncated`. */
export const NOTES_LIMITS = {
  depthMax: 16,
  nodesMax: 20_000,
  charsMax: 1_000_000,
  tableColumnsMax: 30,
  tableCellsMax: 10_000,
} as const;
