import { expect, test, vi } from "vitest";
import { faultyDisk } from "../../support/storage/faulty-disk.ts";
import { batchOn, newId, roomRecord } from "../../support/storage/journal-batches.ts";
import { storageProcess } from "../../support/storage/storage-process.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

// Each test starts processes that load their sources first; on a busy machine that is most of the time.
vi.setConfig({ testTimeout: 180_000 });

test("[C1] every acknowledged append has reached the disk: on first open and when opened again", async () => {
  const disk = await faultyDisk();
  const sessionId = newId();
  let head = 0;
  for (const opened of ["first", "again"]) {
    const storage = await storageProcess(disk.directory, disk.env);
    for (let round = 0; round < 20; round += 1) {
      const syncsBefore = disk.syncs();
      expect(await storage.append(batchOn(sessionId, head))).toEqual({ ok: true });
      head += 1;
      expect(disk.syncs(), `append ${round}, opened ${opened}`).toBeGreaterThan(syncsBefore);
    }
    expect(await storage.close()).toBe(0);
  }
});

test("[C1] [N2] no append, notes update or probe is acknowledged while the disk syncs, and readers go on", async () => {
  const disk = await faultyDisk();
  const storage = await storageProcess(disk.directory, disk.env);
  const sessionId = newId();
  await storage.append(batchOn(sessionId, 0, { put: [roomRecord("r1")] }));
  const update = { documentName: sessionId, seq: 1, actor: "p1", clientIds: [1], at: 1 };
  const writes = [
    () => storage.append(batchOn(sessionId, 1)),
    () => storage.appendNotes([{ ...update, bytes: Uint8Array.of(1) }]),
    () => storage.probe(),
  ];
  for (const write of writes) {
    disk.delaySyncs(1_000);
    let acknowledged = false;
    const syncsBefore = disk.syncs();
    const written = write().then(() => {
      acknowledged = true;
      return disk.syncs();
    });
    expect(await storage.load(sessionId)).toMatchObject({ records: [roomRecord("r1")] });
    expect(acknowledged).toBe(false);
    expect(await written).toBeGreaterThan(syncsBefore);
    disk.heal();
  }
});

test("what comes while the disk syncs shares the next sync", async () => {
  const disk = await faultyDisk();
  const storage = await storageProcess(disk.directory, disk.env);
  const sessionIds = Array.from({ length: 200 }, newId);
  disk.delaySyncs(100);
  const syncsBefore = disk.syncs();
  const results = await Promise.all(sessionIds.map((sessionId) => storage.append(batchOn(sessionId, 0))));
  expect(results).toEqual(sessionIds.map(() => ({ ok: true })));
  expect(disk.syncs() - syncsBefore).toBeLessThanOrEqual(10);
});

test("closing while the disk is slow stores everything that was asked before", async () => {
  const disk = await faultyDisk();
  const storage = await storageProcess(disk.directory, disk.env);
  const [underWay, waiting] = [newId(), newId()];
  disk.delaySyncs(500);
  const writesBefore = disk.writes();
  // Their answers are lost with the connection to the process; what counts is what it leaves behind.
  const answers = [storage.append(batchOn(underWay, 0))];
  await waitUntil(() => disk.writes() > writesBefore, { what: "the first append is being written" });
  answers.push(storage.append(batchOn(waiting, 0)));
  const settled = Promise.allSettled(answers);
  expect(await storage.close()).toBe(0);
  await settled;
  const again = await storageProcess(disk.directory);
  expect(await again.load(underWay)).toMatchObject({ head: 1 });
  expect(await again.load(waiting)).toMatchObject({ head: 1 });
});

test("nothing acknowledged is lost, and nothing is there in part, when the process is killed", async () => {
  const directory = await tempDirectory();
  const sessionIds = Array.from({ length: 4 }, newId);
  const acknowledged = new Map(sessionIds.map((sessionId) => [sessionId, 0]));
  for (let round = 0; round < 5; round += 1) {
    const storage = await storageProcess(directory);
    const target = Math.max(...acknowledged.values()) + 20 + round * 7;
    const writers = sessionIds.map(async (sessionId) => {
      const loaded = await storage.load(sessionId);
      let head = loaded?.head ?? 0;
      expect(head).toBeGreaterThanOrEqual(acknowledged.get(sessionId) ?? 0);
      expect(loaded?.commands.map(({ seq }) => seq) ?? []).toEqual(
        Array.from({ length: head }, (_, index) => index + 1),
      );
      expect(loaded?.records ?? []).toEqual(head === 0 ? [] : [roomRecord("r1", { rev: head })]);
      for (;;) {
        const rev = head + 3;
        const batch = batchOn(sessionId, head, { rows: 3, put: [roomRecord("r1", { rev })] });
        const appended = await storage.append(batch).catch(() => null);
        if (appended === null) return;
        expect(appended).toEqual({ ok: true });
        head = rev;
        acknowledged.set(sessionId, head);
      }
    });
    await waitUntil(() => Math.max(...acknowledged.values()) >= target, {
      deadlineMs: 20_000,
      what: `row ${target} acknowledged`,
    });
    await storage.kill();
    await Promise.all(writers);
  }
});
