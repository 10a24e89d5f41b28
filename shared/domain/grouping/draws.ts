/** Draws that a seed alone decides (mulberry32, public domain): the same seed, the same draws, on every machine. */
export class Draws {
  private state: number;

  /** `seed` is a whole number from 0 up to, not including, 2^32. */
  constructor(seed: number) {
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

  /** The items in an order of chance. */
  shuffled<T>(items: readonly T[]): T[] {
    const drawn = [...items];
    for (let at = drawn.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [drawn[at], drawn[other]] = [drawn[other] as T, drawn[at] as T];
    }
    return drawn;
  }
}
