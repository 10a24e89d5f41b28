import { expect, test } from "vitest";
import { StorageError } from "../../../server/ports/storage-error.ts";
import { readKeptData } from "../../../server/storage/sqlite/read-kept-data.ts";
import { verifyData } from "../../../server/verification/verify-data.ts";
import type { SeatCardsReply } from "../../../shared/protocol/http.ts";
import type { RehearsalReply } from "../../../shared/protocol/rehearsal.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { startServer } from "../../support/process/start-server.ts";
import { freshSeeds, Seeded } from "../../support/sample/seeded.ts";
import { call } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

const ROUNDS = 6;
const TURNS_MAX = 40;

test("[E3] whatever is under way as a rehearsal is wiped, nothing of it is left", async () => {
  const [seed = 0] = freshSeeds(1);
  const random = new Seeded(seed);
  const server = await startServer({ versionLimits: { pauseMs: 1, everyMs: 5 }, commitIntervalMs: 1 });
  const room = await openClass(server);
  const path = `/api/sessions/${room.sessionId}/rehearsal`;
  const token = room.organiserToken;
  const wiped: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { body } = await call<RehearsalReply>(server.url, path, { token, body: { pace: "fast" } });
    const sessionId = body.rehearsal?.sessionId ?? "";
    wiped.push(sessionId);
    const follower = new Follower(server.url, sessionId, token);
    await follower.join();
    const documentName = `${sessionId}/${room.plenary}/notes`;
    const editor = openNotesEditor(`${server.url.replace("http", "ws")}/yjs`, token, { documentName });
    await editor.synced();
    // Commands, lines and a wipe, one after the other and none waited for.
    const turns = random.below(TURNS_MAX);
    const asked: Promise<unknown>[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const question = { questionId: newId(), roomId: room.plenary, text: `第 ${turn} 问` };
      asked.push(follower.send({ type: "question.ask", ...question }));
      editor.write(`第 ${turn} 行`);
      if (random.chance(0.3)) await new Promise((resume) => setImmediate(resume));
    }
    const wiping = call(server.url, path, { method: "DELETE", token });
    asked.push(follower.send({ type: "topics.set", names: ["晚了"] }));
    editor.write("晚了");
    const [{ status }] = await Promise.all([wiping, ...asked]);
    expect(status).toBe(200);
    editor.leave();
    follower.socket.disconnect();
  }
  await server.stop();
  readKeptData(server.directory, (data) => {
    expect(data.sessionIds(), `seed ${seed}`).toEqual([room.sessionId]);
    const left = data.documentNames().filter((name) => wiped.some((sessionId) => name.startsWith(sessionId)));
    expect(left, `seed ${seed}`).toEqual([]);
    expect(verifyData(data, { line: () => undefined, secretFingerprint: "-" })).toBe(0);
  });
});

test("[E3] a rehearsal that the disk does not let go is there on, for those in it too, and does what is due", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const path = `/api/sessions/${room.sessionId}/rehearsal`;
  const token = room.organiserToken;
  const { body } = await call<RehearsalReply>(server.url, path, { token, body: { pace: "slow" } });
  const follower = new Follower(server.url, body.rehearsal?.sessionId ?? "", token);
  await follower.join();
  await follower.send({ type: "room.close", roomId: room.plenary, graceMs: 1_000 });
  const full = new StorageError("the disk is full", { retryable: true });
  Object.assign(server.storage, { forget: () => Promise.reject(full) });
  expect((await call(server.url, path, { method: "DELETE", token })).status).toBe(503);
  await waitUntil(() => follower.rejoins > 0, { what: "joined to the session as it is loaded anew" });
  const plenary = () => follower.get(`room:${room.plenary}`);
  await waitUntil(() => plenary()?.status === "closed", { what: "the room has closed by itself" });
  expect(await follower.send({ type: "topics.set", names: ["专项债"] })).toMatchObject({ ok: true });
});

test("[E3] who is just let into a rehearsal as it is wiped is not, and leaves nothing there", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const { url, storage } = server;
  const path = `/api/sessions/${room.sessionId}/rehearsal`;
  const token = room.organiserToken;
  const made = async () =>
    (await call<RehearsalReply>(url, path, { token, body: { pace: "slow" } })).body.rehearsal?.sessionId ??
    "";
  const addToken = storage.credentials.addToken.bind(storage.credentials);
  const kept: Parameters<typeof addToken>[0][] = [];
  const wipeBefore = async (...given: Parameters<typeof addToken>) => {
    kept.push(given[0]);
    await call(url, path, { method: "DELETE", token });
    return addToken(...given);
  };
  const doors = [
    async (sessionId: string) => {
      const cards = await call<SeatCardsReply>(url, `/api/sessions/${sessionId}/seat-cards`, { token });
      const [{ personId, pin } = { personId: "", pin: "" }] = cards.body.people;
      return { path: `/api/sessions/${sessionId}/join`, options: { body: { personId, pin } } };
    },
    async (sessionId: string) => ({ path: `/api/sessions/${sessionId}/stage`, options: { token, body: {} } }),
  ];
  for (const door of doors) {
    const asked = await door(await made());
    Object.assign(storage.credentials, { addToken: wipeBefore });
    expect((await call(url, asked.path, asked.options)).status).toBe(404);
    Object.assign(storage.credentials, { addToken });
  }
  expect(kept.map(({ identity }) => identity.kind)).toEqual(["person", "stage"]);
  for (const { hash } of kept) expect(await storage.credentials.findToken(hash, Date.now())).toBeNull();
});
