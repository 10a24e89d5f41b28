import { expect, test } from "vitest";
import { playWriters } from "../support/notes/writers-at-once.ts";

const SEEDS = 200;
const STEPS = 160;

test("[N20] [N22] [N23] 200 seeds: what several type and nobody deletes is there once", async () => {
  const first = Date.now() % 1_000_000_000;
  process.stdout.write(`writers at once: seeds ${first} to ${first + SEEDS - 1}\n`);
  const wrong: string[] = [];
  for (let seed = first; seed < first + SEEDS; seed += 1) wrong.push(...(await playWriters(seed, STEPS)));
  expect(wrong).toEqual([]);
});
