import { expect, test } from "vitest";
import { playTwoHubs } from "../support/notes/two-hubs.ts";
import { freshSeeds } from "../support/sample/seeded.ts";
import { openForTest, STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const SEEDS = 3;

for (const adapter of STORAGE_ADAPTERS)
  test.each(freshSeeds(SEEDS))(
    `[N2] [N8] two hubs on one store, ${adapter.name}, seed %i: all agree, and nobody is sent away`,
    async (seed) => {
      const { notes } = await openForTest(adapter, await tempDirectory());
      const { wrongs, lostRaces } = await playTwoHubs(seed, notes);
      expect(wrongs).toEqual([]);
      expect(lostRaces).toBeGreaterThan(0);
    },
  );
