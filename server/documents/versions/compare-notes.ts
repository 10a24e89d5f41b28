import type { NotesBlock } from "../../../shared/documents/notes/notes-blocks.ts";
import type { ComparedLine, NotesLine } from "../../../shared/protocol/notes-versions.ts";
import { align } from "./align.ts";
import { notesLines } from "./notes-lines.ts";

export interface ComparedNotes {
  readonly lines: readonly ComparedLine[];
  readonly truncated: boolean;
}

/** Notes as they were against notes as they are, line by line. */
export function compareNotes(then: readonly NotesBlock[], now: readonly NotesBlock[]): ComparedNotes {
  const before = notesLines(then);
  const after = notesLines(now);
  let thenAt = 0;
  let nowAt = 0;
  const lines = align(before.lines.map(keyOf), after.lines.map(keyOf)).map((change): ComparedLine => {
    const line = change === "new" ? after.lines[nowAt] : before.lines[thenAt];
    if (line === undefined) throw new Error("an alignment goes past the end of what it aligns");
    if (change !== "new") thenAt += 1;
    if (change !== "gone") nowAt += 1;
    return { ...line, change };
  });
  return { lines, truncated: before.truncated || after.truncated };
}

/** An item that only changed its number is the same. */
function keyOf({ style, depth, marker, text }: NotesLine): string {
  return JSON.stringify([style, depth, /^\d/.test(marker) ? "1." : marker, text]);
}
