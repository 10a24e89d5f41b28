import { expect, test } from "vitest";
import { playWriters } from "../support/notes/writers-at-once.ts";

const SEEDS = 12;
const STEPS = 100;

const first = Date.now() % 1_000_000_000;
process.stdout.write(`writers at once: seeds ${first} to ${first + SEEDS - 1}\n`);

test.each(Array.from({ length: SEEDS }, (_, index) => first + index))(
  "[N20] [N22] [N23] seed %i: what several type and nobody deletes is there once, whatever they do to lines and tables",
  async (seed) => {
    expect(await playWriters(seed, STEPS)).toEqual([]);
  },
);
