import { expect, test } from "vitest";
import { openMemoryStorage } from "../../server/storage/memory/open-memory-storage.ts";
import { playTwoHosts } from "../support/host/two-hosts.ts";
import { freshSeeds } from "../support/sample/seeded.ts";
import { openForTest, STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const SEEDS = 6;

for (const adapter of STORAGE_ADAPTERS)
  test.each(freshSeeds(SEEDS))(
    `[C3] [J4] [J5] two hosts on one store, ${adapter.name}, seed %i: both agree, nobody is told anew`,
    async (seed) => {
      expect(await playTwoHosts(seed, await openForTest(adapter, await tempDirectory()))).toEqual([]);
    },
  );

test.each(freshSeeds(SEEDS))(
  "[C3] [J4] [J5] two hosts on a store that never tells what came after a head, seed %i: the whole session does",
  async (seed) => {
    const storage = openMemoryStorage();
    const journal = { ...storage.journal, since: async () => null };
    expect(await playTwoHosts(seed, { ...storage, journal })).toEqual([]);
  },
);
