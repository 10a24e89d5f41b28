import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { fingerprintOf } from "../../../server/identity/secret-file.ts";
import { DATABASE_FILE } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { readKeptData } from "../../../server/storage/sqlite/read-kept-data.ts";
import { verifyData } from "../../../server/verification/verify-data.ts";
import type { SessionListReply } from "../../../shared/protocol/http.ts";
import { spawnServer } from "../process/server-process.ts";
import { call, signIn } from "../sockets/api.ts";
import { faultyDisk } from "../storage/faulty-disk.ts";
import { livelyArchive } from "./archives.ts";
import { bringArchive } from "./bring-archive.ts";

/** Kills a server at `kills` of the writes that opening an archive takes: afterwards all of the session is there, or nothing. */
export async function expectAllOrNothing(kills: number, given?: number): Promise<void> {
  const { seed, archive, sessionId } = await livelyArchive(given);
  const disk = await faultyDisk();
  const counted = await spawnServer(disk.directory, { environment: disk.env });
  const token = await signIn(counted.url);
  const before = disk.writes();
  expect((await bringArchive(counted.url, token, archive)).status).toBe(201);
  const writes = disk.writes() - before;
  expect(writes).toBeGreaterThan(10);
  expect(await call(counted.url, `/api/archive/${sessionId}`, { method: "DELETE", token })).toMatchObject({
    status: 200,
  });
  await counted.stop();
  expect(broken(disk.directory)).toEqual([]);
  for (let kill = 0; kill < kills; kill += 1) {
    const at = Math.floor(((kill + 1) * writes) / (kills + 1));
    const what = `killed at write ${at} of ${writes}, seed ${seed}`;
    const dying = await spawnServer(disk.directory, { environment: disk.env });
    const dyingToken = await signIn(dying.url);
    disk.killAtWrite(at);
    await expect(bringArchive(dying.url, dyingToken, archive), what).rejects.toThrow();
    await dying.ended;
    disk.heal();
    // As the cut left it, before a server has looked at it.
    expect(broken(disk.directory), what).toEqual([]);
    const next = await spawnServer(disk.directory);
    const nextToken = await signIn(next.url);
    const { body } = await call<SessionListReply>(next.url, "/api/sessions", { token: nextToken });
    // Killed after its last commit it is whole, as the folder's check below says.
    expect(body.sessions.length, what).toBeLessThanOrEqual(at > writes / 2 ? 1 : 0);
    if (body.sessions.length > 0)
      await call(next.url, `/api/archive/${sessionId}`, { method: "DELETE", token: nextToken });
    await next.stop();
    expect(broken(disk.directory), what).toEqual([]);
    expect(rowsIn(disk.directory), what).toBe(0);
  }
  const last = await spawnServer(disk.directory);
  expect((await bringArchive(last.url, await signIn(last.url), archive)).status).toBe(201);
  await last.stop();
  expect(broken(disk.directory)).toEqual([]);
}

/** Rows of sessions and notes that a stopped server has, whether it finds them or not. */
function rowsIn(directory: string): number {
  const database = new Database(join(directory, DATABASE_FILE), { readonly: true });
  const tables = ["heads", "journal", "records", "notes_snapshots", "notes_owners", "notes_versions"];
  const rows = tables.map((table) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()));
  database.close();
  return rows.reduce((sum, count) => sum + count, 0);
}

/** What of a folder does not hold. */
function broken(directory: string): string[] {
  const lines: string[] = [];
  const secretFingerprint = fingerprintOf(readFileSync(join(directory, "secret.key")));
  readKeptData(directory, (data) =>
    verifyData(data, { line: (text) => lines.push(text), secretFingerprint }),
  );
  return lines.filter((line) => line.includes("BROKEN"));
}
