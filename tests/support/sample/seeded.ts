/** A small seeded generator (mulberry32): the same seed, the same run. */
export class Seeded {
  readonly seed: number;
  private state: number;

  constructor(seed: number) {
    this.seed = seed;
    this.state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
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
