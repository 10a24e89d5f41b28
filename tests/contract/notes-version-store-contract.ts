import { describe, expect, test } from "vitest";
import type { NotesVersion } from "../../server/ports/notes-version-store.ts";
import { expectStorageError } from "../support/storage/expect-storage-error.ts";
import { newId } from "../support/storage/journal-batches.ts";
import { openForTest, type StorageAdapter, storageForSuite } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const STATE = Uint8Array.of(1, 0, 255, 7);

function version(at: number, fields: Partial<NotesVersion> = {}): NotesVersion {
  return {
    versionId: newId(),
    seq: at,
    at,
    occasion: "pause",
    name: null,
    by: null,
    authors: ["p1", "p2"],
    chars: 12,
    deletedChars: null,
    ofVersionAt: null,
    digest: `digest ${at}`,
    storedBytes: STATE.length,
    ...fields,
  };
}

/** What every store of notes versions promises, whatever it is stored in. */
export function notesVersionStoreContract(adapter: StorageAdapter): void {
  describe(`[N13] store of notes versions on ${adapter.name}`, () => {
    const storage = storageForSuite(adapter);

    test("a document without versions has none", async () => {
      const { notesVersions } = storage();
      const name = newId();
      expect(await notesVersions.list(name)).toEqual([]);
      expect(await notesVersions.packedState(name, newId())).toBeNull();
      expect(await notesVersions.authorsSince(name, 0)).toEqual([]);
    });

    test("versions come back as they were kept, newest first, those of each document apart", async () => {
      const { notesVersions } = storage();
      const [a, b] = [newId(), newId()];
      const first = version(10, { occasion: "deletion", by: "p3", deletedChars: 130 });
      const second = version(20, { occasion: "saved", by: "organiser", name: "会前" });
      const other = version(15);
      await notesVersions.keep({ documentName: a, version: first, packedState: STATE }, []);
      await notesVersions.keep({ documentName: a, version: second, packedState: Uint8Array.of(9) }, []);
      await notesVersions.keep({ documentName: b, version: other, packedState: STATE }, []);
      expect(await notesVersions.list(a)).toEqual([second, first]);
      expect(await notesVersions.list(b)).toEqual([other]);
      expect(await notesVersions.packedState(a, first.versionId)).toEqual(STATE);
      expect(await notesVersions.packedState(a, second.versionId)).toEqual(Uint8Array.of(9));
      expect(await notesVersions.packedState(b, first.versionId)).toBeNull();
    });

    test("what is to go goes with what comes, or not at all", async () => {
      const { notesVersions } = storage();
      const name = newId();
      const [old, kept, added] = [version(1), version(2), version(3)];
      for (const one of [old, kept])
        await notesVersions.keep({ documentName: name, version: one, packedState: STATE }, []);
      const twice = notesVersions.keep({ documentName: name, version: kept, packedState: STATE }, [
        old.versionId,
      ]);
      await expectStorageError(twice, { retryable: false });
      expect(await notesVersions.list(name)).toEqual([kept, old]);
      await notesVersions.keep({ documentName: name, version: added, packedState: STATE }, [old.versionId]);
      expect(await notesVersions.list(name)).toEqual([added, kept]);
      expect(await notesVersions.packedState(name, old.versionId)).toBeNull();
    });

    test("the caller keeps its buffer", async () => {
      const { notesVersions } = storage();
      const name = newId();
      const frame = Uint8Array.from({ length: 32 }, (_, index) => index);
      const kept = version(1);
      const keeping = notesVersions.keep(
        { documentName: name, version: kept, packedState: frame.subarray(4, 7) },
        [],
      );
      frame.fill(0);
      await keeping;
      expect(frame.byteLength).toBe(32);
      expect(await notesVersions.packedState(name, kept.versionId)).toEqual(Uint8Array.of(4, 5, 6));
    });

    test("who wrote after a version is known from the updates that are stored one by one", async () => {
      const { notes, notesVersions } = storage();
      const name = newId();
      const updates = ["p2", "p1", "p3", "p1"].map((actor, index) => ({
        documentName: name,
        seq: index + 1,
        actor,
        clientIds: [index],
        at: 1,
        bytes: STATE,
      }));
      await notes.append(updates);
      expect(await notesVersions.authorsSince(name, 0)).toEqual(["p1", "p2", "p3"]);
      expect(await notesVersions.authorsSince(name, 2)).toEqual(["p1", "p3"]);
      expect(await notesVersions.authorsSince(name, 4)).toEqual([]);
    });

    if (adapter.durable)
      test("everything is there when the storage is opened again", async () => {
        const directory = await tempDirectory();
        const before = await openForTest(adapter, directory);
        const name = newId();
        const kept = version(5);
        await before.notesVersions.keep({ documentName: name, version: kept, packedState: STATE }, []);
        await before.close();
        const { notesVersions } = await openForTest(adapter, directory);
        expect(await notesVersions.list(name)).toEqual([kept]);
        expect(await notesVersions.packedState(name, kept.versionId)).toEqual(STATE);
      });
  });
}
