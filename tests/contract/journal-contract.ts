import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Batch, SINCE_MAX_ROWS } from "../../server/ports/journal.ts";
import { expectStorageError } from "../support/storage/expect-storage-error.ts";
import {
  batchOn,
  newId,
  personRecord,
  roomRecord,
  sessionRecord,
} from "../support/storage/journal-batches.ts";
import { openForTest, type StorageAdapter, storageForSuite } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

function commandsOf({ rows }: Batch) {
  return rows.map(({ actor, commandId, seq }) => ({ actor, commandId, seq }));
}

/** What every journal promises, whatever it is stored in. */
export function journalContract(adapter: StorageAdapter): void {
  describe(`journal on ${adapter.name}`, () => {
    const storage = storageForSuite(adapter);

    test("a session nobody wrote is not there", async () => {
      const { journal } = storage();
      expect(await journal.load(newId())).toBeNull();
      expect(await journal.rows(newId(), 0, 10)).toEqual([]);
      expect(await journal.head(newId())).toBeNull();
      expect(await journal.since(newId(), 0)).toBeNull();
      expect(await journal.records(newId(), ["room"])).toBeNull();
    });

    test("what was appended is loaded: head, hash, records, commands, rows", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const room = roomRecord("r1");
      const batch = batchOn(sessionId, 0, { rows: 3, put: [room] });
      expect(await journal.append(batch)).toEqual({ ok: true });
      expect(await journal.load(sessionId)).toEqual({
        head: 3,
        hash: batch.rows[2]?.hash,
        records: [room],
        commands: commandsOf(batch),
        overview: null,
        openedAt: null,
        lacksBaseline: false,
      });
      expect(await journal.rows(sessionId, 0, 10)).toEqual(batch.rows);
      expect(await journal.head(sessionId)).toEqual({
        head: batch.rows.length,
        hash: batch.rows.at(-1)?.hash,
      });
    });

    test("an append on another head answers the real one and stores nothing", async () => {
      const { journal } = storage();
      const sessionId = newId();
      expect(await journal.append(batchOn(sessionId, 5))).toEqual({ ok: false, head: 0 });
      expect(await journal.load(sessionId)).toBeNull();
      await journal.append(batchOn(sessionId, 0, { rows: 2 }));
      for (const head of [0, 1, 3]) {
        const stale = batchOn(sessionId, head, { put: [roomRecord("r9")] });
        expect(await journal.append(stale)).toEqual({ ok: false, head: 2 });
      }
      expect(await journal.load(sessionId)).toMatchObject({ head: 2, records: [] });
    });

    test("of many appends on one head exactly one is taken", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const batches = Array.from({ length: 40 }, () => batchOn(sessionId, 0));
      const results = await Promise.all(batches.map((batch) => journal.append(batch)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter(({ ok }) => !ok)).toEqual(Array(39).fill({ ok: false, head: 1 }));
      const taken = batches[results.findIndex(({ ok }) => ok)];
      expect(await journal.rows(sessionId, 0, 10)).toEqual(taken?.rows);
    });

    test("a record is replaced, and removed", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const later = roomRecord("r1", { rev: 2, name: "第二组" });
      await journal.append(batchOn(sessionId, 0, { put: [roomRecord("r2"), roomRecord("r1")] }));
      await journal.append(batchOn(sessionId, 1, { put: [later], remove: ["room:r2", "room:none"] }));
      expect((await journal.load(sessionId))?.records).toEqual([later]);
    });

    test("rows come in order, from where asked, no more than asked", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const batch = batchOn(sessionId, 0, { rows: 25 });
      await journal.append(batch);
      expect(await journal.rows(sessionId, 0, 10)).toEqual(batch.rows.slice(0, 10));
      expect(await journal.rows(sessionId, 20, 10)).toEqual(batch.rows.slice(20));
      expect(await journal.rows(sessionId, 25, 10)).toEqual([]);
    });

    test("a batch without rows, or with a gap, is refused and stores nothing", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const { rows } = batchOn(sessionId, 0, { rows: 3 });
      const withGap = { ...batchOn(sessionId, 0), rows: rows.filter(({ seq }) => seq !== 2) };
      await expectStorageError(journal.append({ ...withGap, rows: [] }), { retryable: false });
      await expectStorageError(journal.append(withGap), { retryable: false });
      expect(await journal.load(sessionId)).toBeNull();
    });

    test("a command stands in a session's journal once for each actor", async () => {
      const { journal } = storage();
      const [sessionId, other] = [newId(), newId()];
      const command = { commandId: newId(), actor: "person:p1" };
      await journal.append(batchOn(sessionId, 0, command));
      const repeat = batchOn(sessionId, 1, { ...command, rows: 2, put: [roomRecord("r9")] });
      await expectStorageError(journal.append(repeat), { retryable: false });
      expect(await journal.load(sessionId)).toMatchObject({ head: 1, records: [] });
      const byAnother = batchOn(sessionId, 1, { ...command, actor: "person:p2" });
      expect(await journal.append(byAnother)).toEqual({ ok: true });
      expect(await journal.append(batchOn(other, 0, command))).toEqual({ ok: true });
    });

    test("a refused batch does not harm those that came with it", async () => {
      const { journal } = storage();
      const sessionIds = Array.from({ length: 30 }, newId);
      const results = await Promise.allSettled(
        sessionIds.map((sessionId, index) => {
          const batch = batchOn(sessionId, 0, { rows: 2 });
          return journal.append(index % 3 === 0 ? { ...batch, rows: batch.rows.slice(1) } : batch);
        }),
      );
      for (const [index, sessionId] of sessionIds.entries()) {
        const bad = index % 3 === 0;
        expect(results[index]?.status).toBe(bad ? "rejected" : "fulfilled");
        expect((await journal.load(sessionId))?.head ?? 0).toBe(bad ? 0 : 2);
      }
    });

    test("sessions are listed by id, each with the overview it was given last", async () => {
      const { journal } = storage();
      const ids = Array.from({ length: 3 }, newId).sort();
      const [first = "", second = "", third = ""] = ids;
      await journal.append(batchOn(third, 0, { overview: { 人数: 1 } }));
      await journal.append(batchOn(first, 0));
      await journal.append(batchOn(second, 0, { overview: { people: 2 } }));
      await journal.append(batchOn(third, 1));
      await journal.append(batchOn(second, 1, { overview: { people: 3 } }));
      await journal.append(batchOn(second, 1, { overview: { people: 4 } }));
      const listed = (await journal.sessions()).filter(({ sessionId }) => ids.includes(sessionId));
      expect(listed).toEqual([
        { sessionId: first, overview: null, openedAt: null },
        { sessionId: second, overview: { people: 3 }, openedAt: null },
        { sessionId: third, overview: { 人数: 1 }, openedAt: null },
      ]);
      expect((await journal.load(second))?.overview).toEqual({ people: 3 });
    });

    test("records are found by their kinds, by id", async () => {
      const { journal } = storage();
      const record = sessionRecord(newId(), 1_000);
      const { sessionId } = record;
      const [one, other] = [personRecord("p1"), personRecord("p2", { removed: true })];
      await journal.append(batchOn(sessionId, 0, { put: [other, roomRecord("r1"), record, one] }));
      expect(await journal.records(sessionId, ["session", "person"])).toEqual([one, other, record]);
      expect(await journal.records(sessionId, ["pers", "personal", "question"])).toEqual([]);
    });

    test("a record whose id is not one of its kind is refused", async () => {
      const { journal } = storage();
      const astray = { ...roomRecord("r1"), id: "person:r1" };
      await expectStorageError(journal.append(batchOn(newId(), 0, { put: [astray] })), { retryable: false });
    });

    test("what came after a head is told: records put and removed, commands, where the journal ends", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const room = (roomId: string, rev: number) => roomRecord(roomId, { rev });
      const batches = [
        batchOn(sessionId, 0, { rows: 2, put: [room("r1", 1), room("r2", 2), room("r3", 2)] }),
        batchOn(sessionId, 2, { put: [room("r1", 3)], remove: ["room:r2", "room:r3"] }),
        batchOn(sessionId, 3, { rows: 2, put: [room("r3", 4), room("r4", 5)] }),
      ];
      for (const batch of batches) await journal.append(batch);
      const [, second, third] = batches;
      const end = { head: 5, hash: third?.rows.at(-1)?.hash };
      expect(await journal.since(sessionId, 0)).toMatchObject({
        ...end,
        put: [room("r1", 3), room("r3", 4), room("r4", 5)],
        removed: ["room:r2"],
      });
      expect(await journal.since(sessionId, 2)).toEqual({
        ...end,
        put: [room("r1", 3), room("r3", 4), room("r4", 5)],
        removed: ["room:r2"],
        commands: [second, third].flatMap((batch) => (batch === undefined ? [] : commandsOf(batch))),
      });
      expect(await journal.since(sessionId, 3)).toMatchObject({
        put: [room("r3", 4), room("r4", 5)],
        removed: [],
      });
      expect(await journal.since(sessionId, 5)).toEqual({ ...end, put: [], removed: [], commands: [] });
      expect(await journal.since(sessionId, 6)).toBeNull();
    });

    test("what came after a head is told of so many rows, removals among them, and of no more", async () => {
      const { journal } = storage();
      const sessionId = newId();
      await journal.append(batchOn(sessionId, 0, { put: [roomRecord("r1")], remove: ["room:r0"] }));
      await journal.append(batchOn(sessionId, 1, { remove: ["room:r1"] }));
      await journal.append(batchOn(sessionId, 2, { rows: SINCE_MAX_ROWS - 1, remove: ["room:r2"] }));
      expect(await journal.since(sessionId, 0)).toBeNull();
      const changes = await journal.since(sessionId, 1);
      expect(changes?.commands).toHaveLength(SINCE_MAX_ROWS);
      expect(changes?.removed).toEqual(["room:r1", "room:r2"]);
    });

    test("an amendment rewrites records on the head it was made for, without a row", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const stored = roomRecord("r1");
      await journal.append(batchOn(sessionId, 0, { put: [stored, roomRecord("r2")] }));
      const before = await journal.load(sessionId);
      const put = [roomRecord("r2", { name: "第二组" })];
      const amendment = { sessionId, head: 1, put, overview: { rooms: 2 }, baseline: [stored, ...put] };
      for (const head of [0, 2]) expect(await journal.amend({ ...amendment, head })).toBe(false);
      expect(await journal.amend({ ...amendment, sessionId: newId() })).toBe(false);
      expect(await journal.load(sessionId)).toEqual(before);
      expect(await journal.baseline(sessionId)).toBeNull();
      expect(await journal.amend(amendment)).toBe(true);
      expect(await journal.baseline(sessionId)).toEqual({ head: 1, records: [stored, ...put] });
      expect(await journal.load(sessionId)).toEqual({
        ...before,
        records: [stored, ...put],
        overview: { rooms: 2 },
      });
      expect((await journal.since(sessionId, 1))?.put).toEqual([]);
    });

    test("what is stored is a copy: later changes of what went in or came out do not reach it", async () => {
      const { journal } = storage();
      const sessionId = newId();
      const room = roomRecord("r1");
      const appended = journal.append(batchOn(sessionId, 0, { put: [room] }));
      room.name = "changed";
      await appended;
      const first = await journal.load(sessionId);
      for (const record of first?.records ?? []) Object.assign(record, { name: "changed" });
      expect((await journal.load(sessionId))?.records).toEqual([roomRecord("r1")]);
    });

    test("any text comes back as it was", async () => {
      const { journal } = storage();
      const text = fc.string({ unit: "binary", maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(text, text, async (name, command) => {
          const sessionId = newId();
          const room = roomRecord("r1", { name });
          const batch = batchOn(sessionId, 0, { put: [room] });
          const rows = batch.rows.map((row) => ({ ...row, command: JSON.stringify(command) }));
          await journal.append({ ...batch, rows });
          expect((await journal.load(sessionId))?.records).toEqual([room]);
          expect(await journal.rows(sessionId, 0, 1)).toEqual(rows);
        }),
        { numRuns: 50 },
      );
    });

    test("a probe passes", async () => {
      await storage().probe();
    });

    test("closing finishes what is under way; afterwards everything is refused", async () => {
      const closing = await openForTest(adapter, await tempDirectory());
      const sessionId = newId();
      const appended = closing.journal.append(batchOn(sessionId, 0));
      await closing.close();
      expect(await appended).toEqual({ ok: true });
      const refused = { retryable: false };
      await expectStorageError(closing.journal.append(batchOn(sessionId, 1)), refused);
      await expectStorageError(closing.journal.load(sessionId), refused);
      await expectStorageError(closing.probe(), refused);
      await closing.close();
    });

    if (adapter.durable)
      test("everything is there when the storage is opened again", async () => {
        const directory = await tempDirectory();
        const before = await openForTest(adapter, directory);
        const record = sessionRecord(newId(), 1_000);
        const overview = { people: 0 };
        const batch = batchOn(record.sessionId, 0, { rows: 4, put: [record], remove: ["room:r1"], overview });
        await before.journal.append(batch);
        const loaded = await before.journal.load(record.sessionId);
        await before.close();
        const { journal } = await openForTest(adapter, directory);
        expect(await journal.load(record.sessionId)).toEqual(loaded);
        expect(await journal.rows(record.sessionId, 0, 10)).toEqual(batch.rows);
        expect(await journal.sessions()).toEqual([
          { sessionId: record.sessionId, overview: { people: 0 }, openedAt: null },
        ]);
        expect(await journal.since(record.sessionId, 3)).toMatchObject({ head: 4, removed: ["room:r1"] });
        expect(await journal.append(batchOn(record.sessionId, 4))).toEqual({ ok: true });
      });
  });
}
