import { expect, test } from "vitest";
import { playTwoHosts } from "../support/host/two-hosts.ts";
import { freshSeeds } from "../support/sample/seeded.ts";
import { openForTest, STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const SEEDS = 200;

for (const adapter of STORAGE_ADAPTERS)
  test(`[C3] [J4] [J5] ${SEEDS} seeds of two hosts on one store, ${adapter.name}: both agree, nobody is told anew`, {
    timeout: 900_000,
  }, async () => {
    const seeds = freshSeeds(SEEDS);
    process.stdout.write(`two hosts: seeds from ${seeds[0]}\n`);
    const storage = await openForTest(adapter, await tempDirectory());
    const wrongs: string[] = [];
    for (const seed of seeds) wrongs.push(...(await playTwoHosts(seed, storage)));
    expect(wrongs).toEqual([]);
  });
