import { expect, test, vi } from "vitest";
import { expectStorageError } from "../../support/storage/expect-storage-error.ts";
import { type DiskError, faultyDisk } from "../../support/storage/faulty-disk.ts";
import { batchOn, newId, roomRecord } from "../../support/storage/journal-batches.ts";
import { storageProcess } from "../../support/storage/storage-process.ts";

// Each test starts processes that load their sources first; on a busy machine that is most of the time.
vi.setConfig({ testTimeout: 180_000 });

const RETRYABLE = { retryable: true };
const DISK_ERRORS: readonly DiskError[] = ["ENOSPC", "EIO", "EROFS"];

test.each(DISK_ERRORS)(
  "%s: writes are refused, readers go on, and it ends with the trouble",
  async (error) => {
    const disk = await faultyDisk();
    const storage = await storageProcess(disk.directory, disk.env);
    const sessionId = newId();
    const update = { documentName: sessionId, actor: "p1", clientIds: [1], at: 1, bytes: Uint8Array.of(1) };
    await storage.append(batchOn(sessionId, 0, { put: [roomRecord("r1")] }));
    await storage.appendNotes([{ ...update, seq: 1 }]);
    const before = await storage.load(sessionId);

    disk.failWrites(error);
    const refused = batchOn(sessionId, 1, { put: [roomRecord("r2")] });
    await expectStorageError(storage.append(refused), RETRYABLE);
    await expectStorageError(storage.appendNotes([{ ...update, seq: 2 }]), RETRYABLE);
    await expectStorageError(storage.probe(), RETRYABLE);
    expect(disk.failures()).toBeGreaterThan(0);
    expect(await storage.load(sessionId)).toEqual(before);
    expect(await storage.loadNotes(sessionId)).toMatchObject({ seq: 1 });

    disk.heal();
    await storage.probe();
    expect(await storage.append(refused)).toEqual({ ok: true });
    await storage.appendNotes([{ ...update, seq: 2 }]);
    expect(await storage.load(sessionId)).toMatchObject({
      head: 2,
      records: [roomRecord("r1"), roomRecord("r2")],
    });
    expect(await storage.close()).toBe(0);
  },
);

test("a sync that fails refuses what waited for it", async () => {
  const disk = await faultyDisk();
  const storage = await storageProcess(disk.directory, disk.env);
  const sessionId = newId();
  await storage.append(batchOn(sessionId, 0));
  disk.failSyncs("EIO");
  await expectStorageError(storage.append(batchOn(sessionId, 1)), RETRYABLE);
  expect(await storage.load(sessionId)).toMatchObject({ head: 1 });
  disk.heal();
  expect(await storage.append(batchOn(sessionId, 1))).toEqual({ ok: true });
});

test("a disk that fails at any of 100 points never makes a false acknowledgement", async () => {
  const disk = await faultyDisk();
  const storage = await storageProcess(disk.directory, disk.env);
  const sessionId = newId();
  const commandIds: string[] = [];
  let refusals = 0;
  for (let point = 0; point < 100; point += 1) {
    disk.failWrites(point % 2 === 0 ? "ENOSPC" : "EIO", { after: point % 25, times: 1 + (point % 3) });
    const failuresBefore = disk.failures();
    for (let append = 0; append < 4; append += 1) {
      const batch = batchOn(sessionId, commandIds.length, { rows: 1 + (point % 4) });
      const appended = await storage.append(batch).catch((reason: unknown) => reason);
      if (appended instanceof Error) {
        expect(appended).toMatchObject({ name: "StorageError", retryable: true });
        expect(disk.failures()).toBeGreaterThan(failuresBefore);
        refusals += 1;
      } else {
        expect(appended).toEqual({ ok: true });
        commandIds.push(...batch.rows.map(({ commandId }) => commandId));
      }
    }
    disk.heal();
    const loaded = await storage.load(sessionId);
    expect(loaded?.commands.map(({ commandId }) => commandId) ?? []).toEqual(commandIds);
  }
  expect(refusals).toBeGreaterThan(50);
  await storage.kill();
  const again = await storageProcess(disk.directory);
  const loaded = await again.load(sessionId);
  expect(loaded?.commands.map(({ commandId }) => commandId)).toEqual(commandIds);
});
