import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { DATABASE_FILE } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import type { SessionListReply } from "../../../shared/protocol/http.ts";
import { startServer } from "../../support/process/start-server.ts";
import { call, createSession, signIn } from "../../support/sockets/api.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A folder that a server left, with one session in it. */
async function leftFolder() {
  const server = await startServer();
  const token = await signIn(server.url);
  const { sessionId } = await createSession(server.url, token);
  await server.stop();
  return { directory: server.directory, sessionId, token };
}

function edit(directory: string, sql: string): void {
  const database = new Database(join(directory, DATABASE_FILE));
  database.exec(sql);
  database.close();
}

/** Writes over the first page of a table, where the path to all of its rows begins. */
function overwriteTable(directory: string, table: string): void {
  const file = join(directory, DATABASE_FILE);
  const database = new Database(file);
  const root = database
    .prepare<[string], number>("SELECT rootpage FROM sqlite_schema WHERE name = ?")
    .pluck()
    .get(table);
  const pageBytes = Number(database.pragma("page_size", { simple: true }));
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, ((root ?? 0) - 1) * pageBytes, (root ?? 0) * pageBytes);
  writeFileSync(file, bytes);
}

async function dataCheckOf(url: string, token: string) {
  return waitUntil(
    async () => {
      const { body } = await call<SessionListReply>(url, "/api/sessions", { token });
      return (body.dataCheck.checkedAt !== null || !body.dataCheck.isSound) && body.dataCheck;
    },
    { what: "the check at the start" },
  );
}

test("[H5] pages found damaged later are answered storage_unavailable, told once, and end nothing", async () => {
  const { directory, sessionId, token } = await leftFolder();
  overwriteTable(directory, "records");
  const server = await startServer({ directory });
  const path = `/api/sessions/${sessionId}/documents/minutes.json`;
  for (let repeat = 0; repeat < 3; repeat += 1) {
    const reply = await call(server.url, path, { token });
    expect(reply).toMatchObject({ status: 503, body: { error: { code: "storage_unavailable" } } });
  }
  const follower = new Follower(server.url, sessionId, token);
  expect(await follower.join()).toMatchObject({ ok: false, error: { code: "storage_unavailable" } });
  expect((await call(server.url, "/healthz")).status).toBe(200);
  const told = server.logged.filter(({ message }) =>
    message.startsWith("the database is damaged: stop the server"),
  );
  expect(told).toHaveLength(1);
});

test("[H5] a record that is no JSON any more is answered storage_unavailable", async () => {
  const { directory, sessionId, token } = await leftFolder();
  edit(directory, "UPDATE records SET json = substr(json, 1, 20) WHERE kind = 'topics'");
  const server = await startServer({ directory });
  const reply = await call(server.url, `/api/sessions/${sessionId}/documents/minutes.json`, { token });
  expect(reply).toMatchObject({ status: 503, body: { error: { code: "storage_unavailable" } } });
});

test("[H5] a start looks at the newest rows, and the organiser's list says what it found", async () => {
  const { directory, sessionId, token } = await leftFolder();
  const sound = await startServer({ directory });
  expect(await dataCheckOf(sound.url, token)).toEqual({ checkedAt: expect.any(Number), isSound: true });
  await sound.stop();
  edit(directory, "UPDATE journal SET at = at + 1 WHERE seq = (SELECT max(seq) FROM journal)");
  const damaged = await startServer({ directory });
  expect(await dataCheckOf(damaged.url, token)).toEqual({ checkedAt: expect.any(Number), isSound: false });
  const told = damaged.logged.filter(
    ({ message }) => message === "the newest data are damaged: verify the folder",
  );
  expect(told).toMatchObject([
    { details: { error: expect.stringContaining(`session ${sessionId}: row 1`) } },
  ]);
});
