import { expect } from "vitest";
import { Seeded } from "../sample/seeded.ts";
import { faultyDisk } from "../storage/faulty-disk.ts";
import { crashRounds } from "./crash-rounds.ts";

const SYNC_DELAY_MS = 20;

/** So many rounds of kill -9 under load, on a disk that is slow to sync, lose nothing that was acknowledged. */
export async function expectNoLoss(rounds: number): Promise<void> {
  const seed = Date.now() % 1_000_000_000;
  process.stdout.write(`crash: seed ${seed}\n`);
  // On a slow disk most of the time something is on its way to it, so that what is told too early is found out.
  const disk = await faultyDisk();
  disk.delaySyncs(SYNC_DELAY_MS);
  const report = await crashRounds(disk.directory, rounds, new Seeded(seed), disk.env);
  process.stdout.write(
    `crash: ${report.acknowledged} commands acknowledged, ${report.wordsSaved} words saved\n`,
  );
  expect(report.faults.slice(0, 20)).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.wordsSaved).toBeGreaterThan(0);
}
