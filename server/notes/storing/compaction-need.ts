import type { LoadedNotes } from "../../ports/notes-store.ts";
import type { NotesLimits } from "../notes-limits.ts";

/** Updates stay cheap to replay up to this share of a large snapshot, which is not worth rewriting for a few of them. */
const WORTHWHILE_SHARE = 1 / 8;
const PATIENCE = 10;

/** What of a document is stored as single updates, and when that is worth folding into a new snapshot. */
export class CompactionNeed {
  readonly #limits: NotesLimits;
  #snapshotBytes: number;
  #updates: number;
  #updateBytes: number;
  #isUnderWay = false;
  #notBefore = 0;

  constructor(loaded: LoadedNotes, limits: NotesLimits) {
    this.#limits = limits;
    this.#snapshotBytes = loaded.snapshot?.length ?? 0;
    this.#updates = loaded.updates.length;
    this.#updateBytes = loaded.updateBytes;
  }

  /** How large the document is at most. */
  get storedBytes(): number {
    return this.#snapshotBytes + this.#updateBytes;
  }

  added(updateBytes: number): void {
    this.#updates += 1;
    this.#updateBytes += updateBytes;
  }

  isDue(): boolean {
    const { compactAfterUpdates, compactAfterBytes } = this.#limits;
    if (this.#isUnderWay || this.#updates < this.#notBefore) return false;
    if (this.#updates < compactAfterUpdates && this.#updateBytes < compactAfterBytes) return false;
    return (
      this.#updateBytes >= this.#snapshotBytes * WORTHWHILE_SHARE ||
      this.#updates >= compactAfterUpdates * PATIENCE
    );
  }

  /** Marks the start; call the result with the new snapshot's size, or null when there is none. */
  start(): (snapshotBytes: number | null) => void {
    this.#isUnderWay = true;
    const updates = this.#updates;
    const updateBytes = this.#updateBytes;
    return (snapshotBytes) => {
      this.#isUnderWay = false;
      if (snapshotBytes === null) {
        this.#notBefore = this.#updates + this.#limits.compactAfterUpdates;
        return;
      }
      this.#snapshotBytes = snapshotBytes;
      this.#updates -= updates;
      this.#updateBytes -= updateBytes;
    };
  }
}
