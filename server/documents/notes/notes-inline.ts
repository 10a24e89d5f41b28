import { NOTES_LIMITS, type NotesRun } from "../../../shared/documents/notes/notes-blocks.ts";
import { type FlowBudget, markNames, type TextMarks } from "../../../shared/notes/flow.ts";

/** What a reader may still take; every node and every character is paid for. */
export class NotesBudget implements FlowBudget {
  private nodesLeft: number = NOTES_LIMITS.nodesMax;
  private charsLeft: number = NOTES_LIMITS.charsMax;
  private overdrawn = false;

  /** Whether something had to be left out. */
  get exhausted(): boolean {
    return this.overdrawn;
  }

  takeNode(): boolean {
    this.nodesLeft -= 1;
    if (this.nodesLeft < 0) this.overdrawn = true;
    return !this.overdrawn;
  }

  /** As much of `text` as may still be read. */
  takeText(text: string): string {
    if (text.length > this.charsLeft) this.overdrawn = true;
    const taken = text.slice(0, this.charsLeft);
    this.charsLeft -= taken.length;
    return taken;
  }
}

const MARKS = ["bold", "italic", "underline", "strike"] as const;

export function marksOf(stored: TextMarks): Omit<NotesRun, "text"> {
  const names = markNames(stored);
  const marks: { -readonly [M in (typeof MARKS)[number]]?: true } = {};
  for (const mark of MARKS) {
    if (names.includes(mark)) marks[mark] = true;
  }
  return marks;
}
