import { Draws } from "../../../shared/domain/grouping/draws.ts";

/** What a test draws: the same seed, the same run. */
export class Seeded extends Draws {
  readonly seed: number;

  constructor(seed: number) {
    super(seed);
    this.seed = seed;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** An id of 22 characters that this seed alone decides. */
  id(): string {
    return Array.from({ length: 22 }, () => ID_CHARACTERS[this.below(ID_CHARACTERS.length)]).join("");
  }
}

const ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Seeds for a fuzz run: fresh ones each time; a failing one is printed and becomes a named test. */
export function freshSeeds(count: number): number[] {
  const start = Math.floor(Date.now() % 1_000_000_000);
  return Array.from({ length: count }, (_, index) => start + index);
}
