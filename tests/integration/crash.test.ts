import { expect, test } from "vitest";
import { crashRounds } from "../support/crash-rounds.ts";
import { Seeded } from "../support/seeded.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const ROUNDS = 20;

test(`[C1] [N2] ${ROUNDS} rounds of kill -9 under load lose nothing acknowledged`, {
  timeout: 300_000,
}, async () => {
  const seed = Date.now() % 1_000_000_000;
  process.stdout.write(`crash: seed ${seed}\n`);
  const report = await crashRounds(await tempDirectory(), ROUNDS, new Seeded(seed));
  process.stdout.write(
    `crash: ${report.acknowledged} commands acknowledged, ${report.wordsSaved} words saved\n`,
  );
  expect(report.faults.slice(0, 20)).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(ROUNDS);
  expect(report.wordsSaved).toBeGreaterThan(ROUNDS);
});
