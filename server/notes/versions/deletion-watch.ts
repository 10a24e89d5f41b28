import type { VersionLimits } from "./version-limits.ts";

/** What is about to be deleted, in units of text; counting all that stands is asked for only where it matters. */
export interface ComingDeletion {
  readonly actorId: string;
  readonly chars: number;
  readonly presentChars: () => number;
}

/**
 * Tells large deletions, also those that come in many small ones: what each actor has deleted of a document is added up
 * until a version is kept.
 */
export class DeletionWatch {
  readonly #limits: VersionLimits;
  readonly #deletedBy = new Map<string, number>();
  /** Below this nobody's sum is a share that counts; spares counting all text at every keystroke. */
  #smallBelowChars = 0;

  constructor(limits: VersionLimits) {
    this.#limits = limits;
  }

  /** The characters this actor will have deleted, where that is so much that the text should be kept before; else null. */
  add({ actorId, chars, presentChars }: ComingDeletion): number | null {
    if (chars === 0) return null;
    const sum = (this.#deletedBy.get(actorId) ?? 0) + chars;
    this.#deletedBy.set(actorId, sum);
    return this.#isLarge(sum, () => presentChars() - chars) ? sum : null;
  }

  /** Counting begins anew. */
  versionKept(): void {
    this.#deletedBy.clear();
    this.#smallBelowChars = 0;
  }

  #isLarge(sum: number, remainingChars: () => number): boolean {
    const { deletionMinChars, deletionShare, deletionLargeChars } = this.#limits;
    if (sum >= deletionLargeChars) return true;
    if (sum < Math.max(deletionMinChars, this.#smallBelowChars)) return false;
    let deleted = 0;
    for (const chars of this.#deletedBy.values()) deleted += chars;
    this.#smallBelowChars = (remainingChars() + deleted) * deletionShare;
    return sum >= this.#smallBelowChars;
  }
}
