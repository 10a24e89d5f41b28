import { expect, test } from "vitest";
import { crashRounds } from "../support/crash-rounds.ts";
import { faultyDisk } from "../support/faulty-disk.ts";
import { Seeded } from "../support/seeded.ts";

const ROUNDS = 20;
const SYNC_DELAY_MS = 20;

test(`[C1] [N2] ${ROUNDS} rounds of kill -9 under load lose nothing acknowledged`, {
  timeout: 300_000,
}, async () => {
  const seed = Date.now() % 1_000_000_000;
  process.stdout.write(`crash: seed ${seed}\n`);
  // On a slow disk most of the time something is on its way to it, so that what is told too early is found out.
  const disk = await faultyDisk();
  disk.delaySyncs(SYNC_DELAY_MS);
  const report = await crashRounds(disk.directory, ROUNDS, new Seeded(seed), disk.env);
  process.stdout.write(
    `crash: ${report.acknowledged} commands acknowledged, ${report.wordsSaved} words saved\n`,
  );
  expect(report.faults.slice(0, 20)).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(ROUNDS);
  expect(report.wordsSaved).toBeGreaterThan(ROUNDS);
});
