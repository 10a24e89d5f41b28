import type { NotesLimits } from "../notes-limits.ts";
import type { CompactionNeed } from "./compaction-need.ts";
import type { Replica } from "./replica.ts";

/** Beyond its bounds a document has room of its own for those who hold little of it: half as much again. */
const RESERVE = 1.5;
const MEASURE_INTERVAL_MS = 1000;

/**
 * How full a document is, and for whom. Up to its bounds everybody may bring more. Beyond them only who holds less of it than
 * the reserve has left: whoever filled it stops first, and those who share it with him write on.
 */
export class DocumentFill {
  readonly #replica: Replica;
  readonly #stored: CompactionNeed;
  readonly #limits: NotesLimits;
  readonly #total: Estimate;
  readonly #own = new Map<string, Estimate>();

  constructor(replica: Replica, stored: CompactionNeed, limits: NotesLimits) {
    this.#replica = replica;
    this.#stored = stored;
    this.#limits = limits;
    this.#total = new Estimate(() => replica.fullState().length);
  }

  /** Whether an actor has to stop before bringing so many bytes more. */
  isFullFor(actorId: string, bytes: number, nowMs: number): boolean {
    const { documentStructsMax, documentMaxBytes } = this.#limits;
    // The stored bytes bound everything from above and cost nothing.
    const stored = this.#stored.storedBytes + bytes;
    if (stored > documentStructsMax) {
      const structs = this.#replica.structCount();
      if (structs > documentStructsMax) {
        const room = documentStructsMax * RESERVE - structs;
        if (room < 0 || this.#replica.structCount(actorId) > room) return true;
      }
    }
    if (stored <= documentMaxBytes) return false;
    const total = this.#total.bound(documentMaxBytes - bytes, nowMs) + bytes;
    if (total <= documentMaxBytes) return false;
    const room = documentMaxBytes * RESERVE - total;
    return room < 0 || this.#ownOf(actorId).bound(room, nowMs) > room;
  }

  /** Notes what an actor has brought; null: somebody. */
  added(actorId: string | null, bytes: number): void {
    this.#total.added(bytes);
    if (actorId !== null) this.#own.get(actorId)?.added(bytes);
  }

  #ownOf(actorId: string): Estimate {
    const known = this.#own.get(actorId);
    if (known !== undefined) return known;
    const estimate = new Estimate(() => this.#replica.bytesOf(actorId));
    this.#own.set(actorId, estimate);
    return estimate;
  }
}

/** An amount that is costly to measure: what was measured and all that was brought since are at least as much. */
class Estimate {
  readonly #measure: () => number;
  #measured = 0;
  #since = Number.POSITIVE_INFINITY;
  #measuredAtMs = Number.NEGATIVE_INFINITY;

  constructor(measure: () => number) {
    this.#measure = measure;
  }

  /** At least the amount; measured anew, now and then, where what is known passes `max`. */
  bound(max: number, nowMs: number): number {
    if (this.#measured + this.#since > max && nowMs - this.#measuredAtMs >= MEASURE_INTERVAL_MS) {
      this.#measured = this.#measure();
      this.#since = 0;
      this.#measuredAtMs = nowMs;
    }
    return this.#measured + this.#since;
  }

  added(bytes: number): void {
    this.#since += bytes;
  }
}
