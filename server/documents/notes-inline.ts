import * as Y from "yjs";
import { NOTES_LIMITS, type NotesRun } from "../../shared/minutes/notes-blocks.ts";

/** What a reader may still take; every node and every character is paid for. */
export class NotesBudget {
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

/**
 * All text below `node` as runs, in order, however deep it stands. A line break, and the edge of any node inside,
 * is `\n`.
 */
export function inlineRuns(node: unknown, budget: NotesBudget): NotesRun[] {
  const runs: NotesRun[] = [];
  const pending: unknown[] = [node];
  while (pending.length > 0 && budget.takeNode()) {
    const next = pending.pop();
    if (typeof next === "string") runs.push({ text: next });
    else if (next instanceof Y.Text) pushTextRuns(next, budget, runs);
    else if (next instanceof Y.XmlElement || next instanceof Y.XmlFragment) {
      const inside = next === node ? next.toArray() : ["\n", ...next.toArray()];
      for (const child of inside.reverse()) pending.push(child);
    }
  }
  return runs;
}

function pushTextRuns(text: Y.Text, budget: NotesBudget, runs: NotesRun[]): void {
  for (const { insert, attributes } of text.toDelta() as readonly DeltaPiece[]) {
    if (!budget.takeNode()) return;
    if (typeof insert !== "string") continue;
    const taken = budget.takeText(insert);
    if (taken !== "") runs.push({ text: taken, ...marksOf(attributes) });
  }
}

interface DeltaPiece {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const MARKS = ["bold", "italic", "underline", "strike"] as const;

/** The editor writes a mark as an attribute, with `--` and a hash behind its name where two of a kind overlap. */
function marksOf(attributes: DeltaPiece["attributes"]): Omit<NotesRun, "text"> {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== false) names.add(name.split("--")[0] ?? name);
  }
  const marks: { -readonly [M in (typeof MARKS)[number]]?: true } = {};
  for (const mark of MARKS) {
    if (names.has(mark)) marks[mark] = true;
  }
  return marks;
}
