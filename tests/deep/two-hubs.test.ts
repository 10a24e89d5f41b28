import { expect, test } from "vitest";
import { playTwoHubs } from "../support/notes/two-hubs.ts";
import { freshSeeds } from "../support/sample/seeded.ts";
import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { makeDirectory, removeDirectory } from "../support/temp-directory.ts";

const SEEDS = 200;

for (const adapter of STORAGE_ADAPTERS)
  test(`[N2] [N8] ${SEEDS} seeds of two hubs on one store, ${adapter.name}: all agree, and nobody is sent away`, {
    timeout: 1_200_000,
  }, async () => {
    const seeds = freshSeeds(SEEDS);
    process.stdout.write(`two hubs: seeds from ${seeds[0]}\n`);
    const wrongs: string[] = [];
    const seen = { lostRaces: 0, foldedMeanwhile: 0 };
    for (const seed of seeds) {
      const directory = await makeDirectory();
      const storage = await adapter.open(directory);
      const played = await playTwoHubs(seed, storage.notes);
      wrongs.push(...played.wrongs);
      seen.lostRaces += played.lostRaces;
      seen.foldedMeanwhile += played.foldedMeanwhile;
      await storage.close();
      await removeDirectory(directory);
    }
    expect(wrongs).toEqual([]);
    expect(seen.lostRaces).toBeGreaterThan(SEEDS);
    expect(seen.foldedMeanwhile).toBeGreaterThan(0);
  });
