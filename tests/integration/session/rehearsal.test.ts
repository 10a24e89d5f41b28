import { describe, expect, test } from "vitest";
import { readKeptData } from "../../../server/storage/sqlite/read-kept-data.ts";
import { verifyData } from "../../../server/verification/verify-data.ts";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import type { LobbyListReply, SessionListReply } from "../../../shared/protocol/http.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import type { RehearsalReply } from "../../../shared/protocol/rehearsal.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesSocket } from "../../support/notes/notes-socket.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { call, enterPin, type Seat } from "../../support/sockets/api.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

const NO_RULES = {
  balanceSides: true,
  balancePosts: false,
  apartUnits: false,
  apart: [],
  together: [],
  notMet: [],
};

function asked(
  server: TestServer,
  { sessionId, organiserToken }: Pick<Class, "sessionId" | "organiserToken">,
) {
  return (method: string, body?: object) =>
    call<RehearsalReply & { error?: { code: string } }>(server.url, `/api/sessions/${sessionId}/rehearsal`, {
      method,
      token: organiserToken,
      ...(body !== undefined && { body }),
    });
}

async function started(server: TestServer, room: Class, pace = "fast") {
  const { status, body } = await asked(server, room)("POST", { pace });
  if (body.rehearsal == null) throw new Error(`not started: ${status} ${JSON.stringify(body)}`);
  return { status, rehearsal: body.rehearsal };
}

async function hostOf({ app }: TestServer, sessionId: string) {
  const host = await app.hosts.open(sessionId);
  if (host === null) throw new Error("no such session");
  return host;
}

async function seatsOf({ url }: TestServer, sessionId: string, token: string): Promise<readonly Seat[]> {
  return (await call<{ people: Seat[] }>(url, `/api/sessions/${sessionId}/seat-cards`, { token })).body
    .people;
}

describe("a rehearsal", () => {
  test("[E1] [E4] is a copy as the session was prepared, told apart everywhere, and the session stays as it is", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after", pendingMax: 3 });
    const organiser = await room.organiser();
    const asker = await room.enter("asker");
    const roundId = newId();
    const leader = room.seats.leader.personId;
    await asker.send({
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text: "二审归谁管？",
    });
    await organiser.send({ type: "person.move", personId: leader, roomId: room.first });
    await organiser.send({ type: "person.remove", personId: room.seats.stranger.personId });
    const group = { roomId: room.first, name: "第一组", max: null, locked: [], free: [leader] };
    const groups = [{ ...group, leaderId: leader, recorderId: null }];
    const plan = { type: "round.plan", roundId, name: "第一轮", groups, rules: NO_RULES, seed: 1 } as const;
    await organiser.send(plan);
    await organiser.send({ type: "round.start", roundId });
    const original = await hostOf(server, room.sessionId);
    const before = { head: original.state.head, hash: original.headHash };
    expect((await asked(server, room)("GET")).body).toEqual({ rehearsal: null });

    const { status, rehearsal } = await started(server, room);
    expect(status).toBe(201);
    expect((await started(server, room)).status).toBe(200);
    expect((await started(server, room)).rehearsal.sessionId).toBe(rehearsal.sessionId);
    const { state } = await hostOf(server, rehearsal.sessionId);
    const [copied, real] = [state.session(), original.state.session()];
    expect(copied).toMatchObject({ rehearsalOf: room.sessionId, title: `${real?.title}（演练）` });
    expect(copied?.settings).toEqual(real?.settings);
    const named = (of: typeof state) =>
      [...of.all("person")]
        .filter(({ removed }) => !removed)
        .map(({ name, unit, duties }) => [name, unit, duties]);
    expect(named(state).sort()).toEqual(named(original.state).sort());
    expect(state.find("person", `person:${leader}`)).toMatchObject({ roomId: room.first });
    expect([...state.all("round")]).toMatchObject([{ name: "第一轮", status: "planned", start: null }]);
    const texts = [...state.all("question")].map(({ text }) => text);
    expect(texts).not.toContain("二审归谁管？");

    const lobby = (await call<LobbyListReply>(server.url, "/api/lobby")).body.sessions;
    expect(lobby.map(({ sessionId }) => sessionId)).toEqual([room.sessionId]);
    const list = await call<SessionListReply>(server.url, "/api/sessions", { token: room.organiserToken });
    const listed = list.body.sessions.find(({ sessionId }) => sessionId === rehearsal.sessionId);
    expect(listed?.rehearsalOf).toBe(room.sessionId);
    const path = `/api/sessions/${rehearsal.sessionId}/documents/minutes.json`;
    const minutes = await call<DocumentModel>(server.url, path, { token: room.organiserToken });
    expect(minutes.body.title).toContain("演练");
    expect(minutes.body.meta[0]?.runs[0]?.text).toContain("不作为正式记录");
    const pins = await seatsOf(server, rehearsal.sessionId, room.organiserToken);
    expect(pins.find(({ personId }) => personId === leader)?.pin).not.toBe(room.seats.leader.pin);

    await waitUntil(async () => ((await asked(server, room)("GET")).body.rehearsal?.acts ?? 0) > 13, {
      what: "robots act",
      deadlineMs: 30_000,
    });
    expect({ head: original.state.head, hash: original.headHash }).toEqual(before);
    expect(await server.storage.journal.head(room.sessionId)).toEqual(before);
  });

  test("[E2] lives by itself: who looks on sees questions and voices come, at the pace that was last asked for", {
    timeout: 60_000,
  }, async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const { rehearsal } = await started(server, room, "slow");
    expect(rehearsal).toMatchObject({ activity: "running", pace: "slow" });
    const { body } = await asked(server, room)("PUT", { pace: "fast" });
    expect(body.rehearsal).toMatchObject({ activity: "running", pace: "fast" });
    const follower = new Follower(server.url, rehearsal.sessionId, room.organiserToken);
    await follower.join();
    const seen = (kind: string) => [...follower.records().values()].filter((one) => one.kind === kind);
    await waitUntil(() => seen("question").some(({ support }) => Number(support) > 0), {
      what: "a question that is supported",
      deadlineMs: 50_000,
    });
    const paused = (await asked(server, room)("PUT", { paused: true })).body.rehearsal;
    expect(paused?.activity).toBe("paused");
    const resumed = (await asked(server, room)("PUT", { paused: false, pace: "normal" })).body.rehearsal;
    expect(resumed).toMatchObject({ activity: "running", pace: "normal" });
  });

  test("[E3] wiping it while robots act leaves nothing, and whoever is in it is told", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const { rehearsal } = await started(server, room);
    const { sessionId } = rehearsal;
    const [seat] = await seatsOf(server, sessionId, room.organiserToken);
    const personToken = await enterPin(server.url, sessionId, seat as Seat);
    const followers = [room.organiserToken, personToken].map(
      (token) => new Follower(server.url, sessionId, token),
    );
    for (const follower of followers) await follower.join();
    await call(server.url, `/api/sessions/${sessionId}/stage`, { token: room.organiserToken, body: {} });
    const notes = await openNotesSocket(
      `${server.url.replace("http", "ws")}/yjs`,
      room.organiserToken,
      `${sessionId}/${room.plenary}/notes`,
    );
    await waitUntil(async () => ((await asked(server, room)("GET")).body.rehearsal?.acts ?? 0) > 14, {
      what: "robots act",
      deadlineMs: 30_000,
    });

    expect((await asked(server, room)("DELETE")).body).toEqual({});
    await waitUntil(() => notes.closeCode() === CLOSE_CODES.noSuchDocument, { what: "the notes are closed" });
    for (const { received } of followers)
      await waitUntil(() => received.some((said) => said.includes("session_unknown")), { what: "told" });
    expect(await followers[0]?.send({ type: "topics.set", names: [] })).toMatchObject({
      ok: false,
      error: { code: "not_joined" },
    });
    await waitUntil(async () => (await call(server.url, "/api/me", { token: personToken })).status === 401, {
      what: "tokens end",
    });
    expect((await asked(server, room)("GET")).body).toEqual({ rehearsal: null });
    expect(await server.storage.journal.load(sessionId)).toBeNull();
    expect(await server.app.hosts.open(sessionId)).toBeNull();
    const head = await server.storage.journal.head(room.sessionId);
    await server.stop();
    const lines: string[] = [];
    readKeptData(server.directory, (data) => {
      expect(data.sessionIds()).toEqual([room.sessionId]);
      expect(data.documentNames().filter((name) => name.startsWith(sessionId))).toEqual([]);
      expect(data.head(room.sessionId)).toEqual(head);
      expect(
        verifyData(data, { line: (text) => lines.push(text), secretFingerprint: "-" }),
        lines.join("\n"),
      ).toBe(0);
    });
  });

  test("[E3] nothing but a rehearsal of the session is wiped", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const other = await openClass(server);
    const { rehearsal } = await started(server, room);
    const theirs = await started(server, other);
    const ofRehearsal = asked(server, { ...room, sessionId: rehearsal.sessionId });
    expect((await ofRehearsal("DELETE")).status).toBe(200);
    expect((await ofRehearsal("POST", { pace: "slow" })).body.error?.code).toBe("session_is_rehearsal");
    for (let time = 0; time < 2; time += 1) expect((await asked(server, room)("DELETE")).status).toBe(200);
    const list = await call<SessionListReply>(server.url, "/api/sessions", { token: room.organiserToken });
    const left = list.body.sessions.map(({ sessionId }) => sessionId).sort();
    expect(left).toEqual([room.sessionId, other.sessionId, theirs.rehearsal.sessionId].sort());
    expect((await hostOf(server, room.sessionId)).state.session()?.status).toBe("open");
  });

  test("[E5] robots end with the hour, with sealing and with the server, and act again when asked", async () => {
    let now = 1_790_000_000_000;
    const first = await startServer({ clock: () => now });
    const room = await openClass(first);
    const { rehearsal } = await started(first, room);
    expect(rehearsal.endsAt).toBe(now + 60 * 60_000);
    now += 60 * 60_000;
    const ended = (await asked(first, room)("GET")).body.rehearsal;
    expect(ended).toMatchObject({ activity: "ended", endsAt: null });
    expect((await asked(first, room)("PUT", { paused: false })).body.error?.code).toBe(
      "rehearsal_not_running",
    );
    await first.stop();

    const second = await startServer({ directory: first.directory, clock: () => now });
    expect((await asked(second, room)("GET")).body.rehearsal?.activity).toBe("interrupted");
    const again = await started(second, room, "normal");
    expect(again).toMatchObject({
      status: 200,
      rehearsal: { sessionId: rehearsal.sessionId, activity: "running" },
    });
    const host = await hostOf(second, rehearsal.sessionId);
    await host.submit({ kind: "organiser" }, newId(), { type: "session.seal" });
    expect((await asked(second, room)("GET")).body.rehearsal?.activity).toBe("sealed");
    expect((await asked(second, room)("POST", { pace: "slow" })).body.error?.code).toBe("session_sealed");
  });

  test("what is asked of it is read strictly", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const ask = asked(server, room);
    for (const body of [{}, { pace: "quick" }, { pace: "fast", people: 0 }, { pace: "fast", more: 1 }])
      expect((await ask("POST", body)).status).toBe(400);
    expect((await ask("PUT", { pace: "fast" })).body.error?.code).toBe("rehearsal_unknown");
    await ask("POST", { pace: "slow", people: 2 });
    for (const body of [{}, { paused: 1 }, { people: 3 }]) expect((await ask("PUT", body)).status).toBe(400);
    const rehearsal = (await ask("GET")).body.rehearsal;
    const { state } = await hostOf(server, rehearsal?.sessionId ?? "");
    const arrived = [...state.all("person")].filter(({ arrivedAt }) => arrivedAt !== null);
    expect(arrived).toHaveLength(2);
  });
});
