import { request as httpRequest } from "node:http";
import { describe, expect, test } from "vitest";
import type { LobbyListReply, LobbyReply } from "../../../shared/protocol/http.ts";
import { newId } from "../../support/new-id.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { call, createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { waitUntil } from "../../support/wait-until.ts";

const IDLE_MS = 200;

function released(server: TestServer): Promise<unknown> {
  return waitUntil(() => server.app.hosts.size === 0, { what: "no session in memory" });
}

describe("[C12] a session nobody looks at leaves memory", () => {
  test("while somebody has joined it stays; afterwards it goes, and is there again for the next", async () => {
    const server = await startServer({ idleHostMs: IDLE_MS });
    const other = await createSession(server.url, await signIn(server.url));
    const room = await openClass(server, { moderation: "after" });
    const asker = await room.enter("asker");
    await waitUntil(() => server.app.hosts.size === 1, { what: "the other session has gone" });
    expect(await server.app.hosts.open(other.sessionId)).not.toBeNull();
    const command = {
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text: "二审由谁负责",
    } as const;
    const commandId = newId();
    const reply = await asker.send(command, commandId);
    asker.socket.disconnect();
    await released(server);

    const again = await room.enter("asker");
    expect(await again.send(command, commandId)).toEqual(reply);
    expect(again.records().get(`question:${command.questionId}`)).toMatchObject({ text: command.text });
  });

  test("what somebody submits who still holds it is carried out, and everybody sees it", async () => {
    const server = await startServer({ idleHostMs: IDLE_MS });
    const room = await openClass(server, { moderation: "after" });
    const held = await server.app.hosts.open(room.sessionId);
    await released(server);
    const neighbour = await room.enter("neighbour");
    const questionId = newId();
    const ask = { type: "question.ask", questionId, roomId: room.plenary, text: "二审由谁负责" } as const;
    const actor = { kind: "person", personId: room.seats.asker.personId } as const;
    expect(await held?.submit(actor, newId(), ask)).toMatchObject({ ok: true });
    await waitUntil(() => neighbour.records().has(`question:${questionId}`), { what: "seen" });
    expect(neighbour.rejoins).toBe(0);
  });
});

describe("[C12] what strangers ask for loads no session", () => {
  test("the lobby, its list, wrong PINs, and those whom another session let in", async () => {
    const server = await startServer({ idleHostMs: IDLE_MS });
    const room = await openClass(server);
    const token = await room.token("asker");
    const sessions = [];
    for (let made = 0; made < 4; made += 1) {
      sessions.push(await createSession(server.url, room.organiserToken, { title: `研讨${made}` }));
    }
    const { personId } = room.seats.asker;
    await released(server);
    for (const { sessionId } of [...sessions, room]) {
      expect((await call(server.url, `/api/sessions/${sessionId}/lobby`)).status).toBe(200);
      const join = await call(server.url, `/api/sessions/${sessionId}/join`, {
        body: { personId, pin: "000000" },
      });
      expect(join.status).toBe(sessionId === room.sessionId ? 401 : 404);
    }
    expect((await call<LobbyListReply>(server.url, "/api/lobby")).body.sessions).toHaveLength(5);
    for (const { sessionId } of sessions) {
      const cards = await call(server.url, `/api/sessions/${sessionId}/seat-cards`, { token });
      expect(cards.body).toMatchObject({ error: { code: "forbidden" } });
    }
    const unknown = await call(server.url, `/api/sessions/${newId()}/seat-cards`, { token });
    expect(unknown.body).toMatchObject({ error: { code: "session_unknown" } });
    expect(server.app.hosts.size).toBe(0);
  });

  test("what has changed is told from the moment it is acknowledged", async () => {
    const server = await startServer();
    const token = await signIn(server.url);
    const { sessionId } = await createSession(server.url, token);
    const names = async () => {
      const { body } = await call<LobbyReply>(server.url, `/api/sessions/${sessionId}/lobby`);
      return body.units.flatMap(({ people }) => people.map(({ name }) => name));
    };
    expect(await names()).toEqual([]);
    for (let round = 1; round <= 20; round += 1) {
      const name = `干部${round}`;
      // Somebody asks while it changes, and may be told either.
      const meanwhile = names();
      await putRoster(server.url, token, sessionId, [{ name, unit: "安阳县", side: "county", order: round }]);
      expect(await names()).toContain(name);
      await meanwhile;
      expect(await names()).toContain(name);
    }
    const host = await server.app.hosts.open(sessionId);
    await host?.submit({ kind: "organiser" }, newId(), { type: "session.update", title: "改过的名称" });
    const list = await call<LobbyListReply>(server.url, "/api/lobby");
    expect(list.body.sessions.map(({ title }) => title)).toEqual(["改过的名称"]);
  });
});

test("[S12] numbers are for this machine and the organiser alone", async () => {
  const server = await startServer();
  const token = await signIn(server.url);
  const status = (headers: Record<string, string>, localAddress = "127.0.0.1") =>
    new Promise<number | undefined>((resolve, reject) => {
      const asking = httpRequest(`${server.url}/metrics`, { headers, localAddress }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.once("error", reject).end();
    });
  expect(await status({})).toBe(200);
  expect(await status({}, "127.0.0.2")).toBe(401);
  expect(await status({ "X-Forwarded-For": "10.0.0.7" })).toBe(401);
  expect(await status({ Authorization: `Bearer ${token}` }, "127.0.0.2")).toBe(200);
});
