import { describe, expect, test } from "vitest";
import { NOTES_SINCE_MAX, type NotesUpdate } from "../../server/ports/notes-store.ts";
import { expectStorageError } from "../support/storage/expect-storage-error.ts";
import { newId } from "../support/storage/journal-batches.ts";
import { openForTest, type StorageAdapter, storageForSuite } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

function update(documentName: string, seq: number, fields: Partial<NotesUpdate> = {}): NotesUpdate {
  const bytes = Uint8Array.of(seq & 255, 0, 255, (seq + 1) & 255);
  return { documentName, seq, actor: "p1", clientIds: [1], at: 1_790_000_000_000, bytes, ...fields };
}

function bytesOf(...seqs: number[]): Uint8Array[] {
  return seqs.map((seq) => update("", seq).bytes);
}

/** What every notes store promises, whatever it is stored in. */
export function notesStoreContract(adapter: StorageAdapter): void {
  describe(`notes store on ${adapter.name}`, () => {
    const storage = storageForSuite(adapter);

    test("a document nobody wrote is empty", async () => {
      const { notes } = storage();
      expect(await notes.load(newId())).toEqual({
        seq: 0,
        snapshot: null,
        updates: [],
        updateBytes: 0,
        owners: new Map(),
        lifeId: expect.stringMatching(/^[0-9a-f]{32}$/),
        reachedSeqs: expect.any(Map),
      });
    });

    test("[N16] every document is in the store's one life as long as it is open", async () => {
      const { notes } = storage();
      const name = newId();
      await notes.append([update(name, 1)]);
      const { lifeId, reachedSeqs } = await notes.load(name);
      expect((await notes.load(newId())).lifeId).toBe(lifeId);
      expect(reachedSeqs.has(lifeId)).toBe(false);
    });

    test("updates come back in order, those of each document apart", async () => {
      const { notes } = storage();
      const [a, b] = [newId(), newId()];
      await notes.append([update(a, 1), update(b, 1), update(a, 2)]);
      await notes.append([update(a, 3)]);
      expect(await notes.load(a)).toMatchObject({ seq: 3, updates: bytesOf(1, 2, 3), updateBytes: 12 });
      expect(await notes.load(b)).toMatchObject({ seq: 1, updates: bytesOf(1), updateBytes: 4 });
    });

    test("a gap is refused, and with it all that came in one call", async () => {
      const { notes } = storage();
      const [a, b] = [newId(), newId()];
      await notes.append([update(a, 1)]);
      for (const gap of [[update(a, 3)], [update(a, 2), update(a, 4)], [update(a, 2), update(a, 2)]])
        await expectStorageError(notes.append([update(b, 1), ...gap]), { retryable: false });
      expect(await notes.load(b)).toMatchObject({ seq: 0, updates: [], owners: new Map() });
      expect(await notes.load(a)).toMatchObject({ seq: 1 });
    });

    test("where others were first it says how far each of those documents is, and nothing is stored", async () => {
      const { notes } = storage();
      const [a, b, c] = [newId(), newId(), newId()];
      await notes.append([update(a, 1), update(a, 2), update(b, 1)]);
      for (const seq of [0, 1, 2]) {
        const late = [update(c, 1), update(a, seq, { clientIds: [9] }), update(a, seq + 1)];
        const lastSeqs = new Map([[a, 2]]);
        expect(await notes.append(late)).toEqual({ ok: false, lastSeqs });
      }
      const lastSeqs = new Map([
        [a, 2],
        [b, 1],
      ]);
      expect(await notes.append([update(a, 2), update(b, 1)])).toEqual({ ok: false, lastSeqs });
      expect(await notes.load(c)).toMatchObject({ seq: 0 });
      expect(await notes.load(a)).toMatchObject({ updates: bytesOf(1, 2), owners: new Map([[1, "p1"]]) });
      expect(await notes.append([update(c, 1), update(a, 3)])).toEqual({ ok: true });
    });

    test("what came after a seq is told as long as it is there one by one", async () => {
      const { notes } = storage();
      const name = newId();
      await notes.append([
        update(name, 1),
        update(name, 2, { actor: "p2", clientIds: [2] }),
        update(name, 3),
      ]);
      const rowOf = (seq: number, actor = "p1") => ({ seq, actor, bytes: update(name, seq).bytes });
      const owners = new Map([
        [1, "p1"],
        [2, "p2"],
      ]);
      expect(await notes.since(name, 1)).toEqual({ updates: [rowOf(2, "p2"), rowOf(3)], owners });
      expect(await notes.since(name, 3)).toEqual({ updates: [], owners });
      expect(await notes.since(newId(), 0)).toEqual({ updates: [], owners: new Map() });
      await notes.compact(name, 2, Uint8Array.of(9));
      expect(await notes.since(name, 1)).toBeNull();
      expect(await notes.since(name, 2)).toEqual({ updates: [rowOf(3)], owners });
    });

    test("what came after a seq is told of so many updates, and of no more", async () => {
      const { notes } = storage();
      const name = newId();
      await notes.append(Array.from({ length: NOTES_SINCE_MAX + 1 }, (_, index) => update(name, index + 1)));
      expect(await notes.since(name, 0)).toBeNull();
      expect((await notes.since(name, 1))?.updates).toHaveLength(NOTES_SINCE_MAX);
    });

    test("the first actor to bring a client id owns it for ever", async () => {
      const { notes } = storage();
      const name = newId();
      const largestClientId = 2 ** 32 - 1;
      await notes.append([
        update(name, 1, { clientIds: [7, largestClientId] }),
        update(name, 2, { actor: "p2", clientIds: [7, 8] }),
      ]);
      await notes.append([update(name, 3, { actor: "p3", clientIds: [8] })]);
      const owners = new Map([
        [7, "p1"],
        [largestClientId, "p1"],
        [8, "p2"],
      ]);
      expect((await notes.load(name)).owners).toEqual(owners);
      await notes.compact(name, 3, Uint8Array.of(1));
      expect((await notes.load(name)).owners).toEqual(owners);
    });

    test("compaction keeps what came after it, and counting goes on", async () => {
      const { notes } = storage();
      const name = newId();
      const snapshot = Uint8Array.of(9, 9, 9);
      await notes.append([update(name, 1), update(name, 2), update(name, 3)]);
      await notes.compact(name, 2, snapshot);
      expect(await notes.load(name)).toMatchObject({ seq: 3, snapshot, updates: bytesOf(3) });
      await notes.compact(name, 3, snapshot);
      expect(await notes.load(name)).toMatchObject({ seq: 3, snapshot, updates: [], updateBytes: 0 });
      expect(await notes.append([update(name, 1)])).toEqual({ ok: false, lastSeqs: new Map([[name, 3]]) });
      await notes.append([update(name, 4)]);
      expect(await notes.load(name)).toMatchObject({ seq: 4, snapshot, updates: bytesOf(4) });
    });

    test("a snapshot that would lose updates is refused", async () => {
      const { notes } = storage();
      const name = newId();
      const snapshot = Uint8Array.of(2);
      await notes.append([update(name, 1), update(name, 2), update(name, 3)]);
      await notes.compact(name, 2, snapshot);
      for (const uptoSeq of [1, 4]) {
        await expectStorageError(notes.compact(name, uptoSeq, Uint8Array.of(0)), { retryable: false });
      }
      await expectStorageError(notes.compact(newId(), 1, snapshot), { retryable: false });
      expect(await notes.load(name)).toMatchObject({ seq: 3, snapshot, updates: bytesOf(3) });
    });

    test("only the bytes of a view are stored, and the caller keeps its buffers", async () => {
      const { notes } = storage();
      const name = newId();
      const frame = Uint8Array.from({ length: 64 }, (_, index) => index);
      const view = frame.subarray(10, 14);
      const appended = notes.append([update(name, 1, { bytes: view })]);
      frame.fill(0);
      await appended;
      expect((await notes.load(name)).updates).toEqual([Uint8Array.of(10, 11, 12, 13)]);
      await notes.compact(name, 1, frame.subarray(0, 2));
      expect(frame.byteLength).toBe(64);
      expect(await notes.load(name)).toMatchObject({ snapshot: Uint8Array.of(0, 0), updates: [] });
    });

    test("large and empty updates come back as they were", async () => {
      const { notes } = storage();
      const name = newId();
      const large = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256);
      const empty = new Uint8Array();
      await notes.append([update(name, 1, { bytes: large }), update(name, 2, { bytes: empty })]);
      const loaded = await notes.load(name);
      expect(loaded.updates.map((bytes) => Buffer.compare(bytes, large))).toEqual([0, -1]);
      expect(loaded).toMatchObject({ updateBytes: 300_000, seq: 2 });
    });

    if (adapter.durable)
      test("everything is there when the storage is opened again", async () => {
        const directory = await tempDirectory();
        const before = await openForTest(adapter, directory);
        const name = newId();
        await before.notes.append([update(name, 1), update(name, 2)]);
        await before.notes.compact(name, 1, Uint8Array.of(5));
        const { lifeId, reachedSeqs: _reachedSeqs, ...loaded } = await before.notes.load(name);
        await before.close();
        const { notes } = await openForTest(adapter, directory);
        expect(await notes.load(name)).toMatchObject({ ...loaded, reachedSeqs: new Map([[lifeId, 2]]) });
        await notes.append([update(name, 3)]);
        expect(await notes.load(name)).toMatchObject({ seq: 3, updates: bytesOf(2, 3) });
      });

    if (adapter.durable)
      test("[N16] opened again it is in another life, and says how far each document came in those before", async () => {
        const directory = await tempDirectory();
        const [written, read] = [newId(), newId()];
        const lives: string[] = [];
        const live = async (appends: number) => {
          const storage = await openForTest(adapter, directory);
          const { lifeId, seq } = await storage.notes.load(written);
          lives.push(lifeId);
          for (let added = 1; added <= appends; added++)
            await storage.notes.append([update(written, seq + added)]);
          if (seq === 0) await storage.notes.append([update(read, 1)]);
          if (appends === 4) await storage.notes.compact(written, seq + 4, Uint8Array.of(1));
          const loaded = [await storage.notes.load(written), await storage.notes.load(read)];
          await storage.close();
          return loaded.map(({ reachedSeqs }) => lives.map((one) => reachedSeqs.get(one)));
        };
        expect(await live(3)).toEqual([[undefined], [undefined]]);
        expect(await live(0)).toEqual([
          [3, undefined],
          [1, undefined],
        ]);
        // What is written now belongs to this life, those before it ended where it began.
        expect(await live(4)).toEqual([
          [3, 3, undefined],
          [1, 1, undefined],
        ]);
        expect(await live(1)).toEqual([
          [3, 3, 7, undefined],
          [1, 1, 1, undefined],
        ]);
        expect(new Set(lives).size).toBe(4);
      });
  });
}
