import { describe, expect, test } from "vitest";
import { openForTest, type StorageAdapter } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const sorted = <T extends { key: string }>(tries: readonly T[]) =>
  [...tries].sort((one, other) => one.key.localeCompare(other.key));

/** What every attempt store promises, whatever it is stored in. */
export function attemptStoreContract(adapter: StorageAdapter): void {
  describe(`attempt store on ${adapter.name}`, () => {
    test("keeps what was put last, drops what is removed and what is full by then", async () => {
      const { attempts } = await openForTest(adapter, await tempDirectory());
      expect(await attempts.load()).toEqual([]);
      const put = ["a", "b", "c", "d"].map((key, index) => ({ key, fullAt: 1_000 + index }));
      await attempts.save({ put, remove: [], now: 0 });
      await attempts.save({ put: [{ key: "a", fullAt: 9_000 }], remove: ["d"], now: 1_001 });
      expect(sorted(await attempts.load())).toEqual([
        { key: "a", fullAt: 9_000 },
        { key: "c", fullAt: 1_002 },
      ]);
    });

    test("takes what is put and removed at once as removed", async () => {
      const { attempts } = await openForTest(adapter, await tempDirectory());
      await attempts.save({ put: [{ key: "a", fullAt: 9_000 }], remove: ["a", "unknown"], now: 0 });
      expect(await attempts.load()).toEqual([]);
    });

    if (adapter.durable)
      test("has it all when the storage is opened again", async () => {
        const directory = await tempDirectory();
        const before = await openForTest(adapter, directory);
        await before.attempts.save({ put: [{ key: "a", fullAt: 1 }], remove: [], now: 0 });
        await before.close();
        const { attempts } = await openForTest(adapter, directory);
        expect(await attempts.load()).toEqual([{ key: "a", fullAt: 1 }]);
      });
  });
}
