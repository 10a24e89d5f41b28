import { expect, test } from "vitest";
import { livelyArchive } from "../../support/archive/archives.ts";
import { bringArchive } from "../../support/archive/bring-archive.ts";
import { expectAllOrNothing } from "../../support/archive/expect-all-or-nothing.ts";
import { spawnServer } from "../../support/process/server-process.ts";
import { call, createSession, signIn } from "../../support/sockets/api.ts";
import { faultyDisk } from "../../support/storage/faulty-disk.ts";

test(
  "[Z6] a server killed while it opens an archive has nothing of it when it starts again",
  {
    timeout: 120_000,
  },
  () => expectAllOrNothing(3),
);

test("[Z6] a disk that fills while an archive is opened keeps nothing of it, and takes it once there is room", {
  timeout: 120_000,
}, async () => {
  const { archive } = await livelyArchive();
  const disk = await faultyDisk();
  const { url, stop } = await spawnServer(disk.directory, { environment: disk.env });
  const token = await signIn(url);
  const { sessionId } = await createSession(url, token);
  const before = disk.writes();
  expect((await bringArchive(url, token, archive, "?dryRun=1")).status).toBe(200);
  const ofUpload = disk.writes() - before;
  // In the upload, and among the pieces.
  for (const after of [1, ofUpload + 3, ofUpload + 12]) {
    disk.failWrites("ENOSPC", { after });
    const { status, body } = await bringArchive(url, token, archive);
    disk.heal();
    expect([after, status, body.error.code]).toEqual([after, 503, "storage_unavailable"]);
    const { body: list } = await call(url, "/api/sessions", { token });
    expect(list).toMatchObject({ sessions: [{ sessionId }] });
  }
  expect((await bringArchive(url, token, archive)).status).toBe(201);
  await stop();
});
