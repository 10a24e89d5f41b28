import { expect, onTestFinished, test } from "vitest";
import { KilledServer, RealServer } from "../support/crash/killed-server.ts";
import { playWriters } from "../support/notes/writers-at-once.ts";
import { freshSeeds, Seeded } from "../support/sample/seeded.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const SEEDS = 200;
const STEPS = 120;
const DEADLINE_MS = 1_800_000;

test(
  "[N20] 200 seeds: what several type is there once, whoever is cut off and however often the server is killed",
  async () => {
    const server = await RealServer.start(await tempDirectory());
    onTestFinished(() => server.stop());
    const wrong: string[] = [];
    for (const seed of freshSeeds(SEEDS)) {
      const network = new KilledServer(new Seeded(seed + 1), server, await server.newSession());
      try {
        wrong.push(...(await playWriters(seed, STEPS, () => network)));
      } finally {
        network.leave();
      }
    }
    expect(wrong).toEqual([]);
  },
  DEADLINE_MS,
);
