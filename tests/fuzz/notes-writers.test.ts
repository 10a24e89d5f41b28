import { expect, onTestFinished, test } from "vitest";
import { Seeded } from "../support/seeded.ts";
import { WritersAtOnce, wrongs } from "../support/writers-at-once.ts";

const STEPS = 120;

async function play(seed: number): Promise<string[]> {
  const random = new Seeded(seed);
  const play = new WritersAtOnce(random);
  onTestFinished(() => play.close());
  await play.open(2 + random.below(4));
  for (let step = 0; step < STEPS; step += 1) await play.step();
  play.settle();
  if (seed % 50 === 0) console.log(seed, play.typed.chars.size, play.typed.removedBy.size, play.typed.restored.size, JSON.stringify(play.writers[0]?.editor.getJSON()).slice(0, 1800));
  return wrongs(play);
}

test("fuzz", async () => {
  const bad: string[] = [];
  const first = Number(process.env.SEED ?? 1);
  for (let seed = first; seed < first + Number(process.env.N ?? 30); seed += 1) {
    try {
      const found = await play(seed);
      if (found.length > 0) bad.push(`${seed}: ${found.slice(0, 4).join("; ")}`);
    } catch (error) {
      bad.push(`${seed}: ${(error as Error).stack?.split("\n").slice(0, 5).join("\n")}`);
    }
  }
  console.log(bad.length, bad.slice(0, 6).join("\n"));
  expect(bad.length).toEqual(0);
});
