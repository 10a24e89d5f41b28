import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crashRounds } from "../support/crash/crash-rounds.ts";
import { Seeded } from "../support/sample/seeded.ts";
import type { BenchReport } from "./measuring/report.ts";

const ROUNDS = 100;

/** kill -9 of the real process at random moments under load, 100 rounds on one data folder. */
export async function crash(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-crash-"));
  const seed = Date.now() % 1_000_000_000;
  try {
    const report = await crashRounds(directory, ROUNDS, new Seeded(seed));
    for (const fault of report.faults) process.stdout.write(`${fault}\n`);
    return {
      title: `kill -9, seed ${seed}`,
      columns: ["rounds", "acknowledged", "words saved", "lost or doubled", "aim"],
      rows: [[report.rounds, report.acknowledged, report.wordsSaved, report.faults.length, 0]],
      figures: { rounds: report.rounds, acknowledged: report.acknowledged, faults: report.faults.length },
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
