import { NOTES_LIMITS, type NotesRun } from "../../shared/minutes/notes-blocks.ts";
import type { FlowBudget, TextMarks } from "../../shared/notes/flow.ts";

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

/** The editor writes a mark as an attribute, with `--` and a hash behind its name where two of a kind overlap. */
export function marksOf(attributes: TextMarks): Omit<NotesRun, "text"> {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) names.add(name.split("--")[0] ?? name);
  }
  const marks: { -readonly [M in (typeof MARKS)[number]]?: true } = {};
  for (const mark of MARKS) {
    if (names.has(mark)) marks[mark] = true;
  }
  return marks;
}
