import { describe, expect, test } from "vitest";
import { HostRegistry } from "../../../server/host/host-registry.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { node, notesState } from "../../support/notes/notes-state.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { CREATE, OPENING, ROOMS } from "../../support/sample/sample-session.ts";
import { call } from "../../support/sockets/api.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import type { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

const GRACE_MS = 1_000;
const IDLE_MS = 100;

async function statusOf(server: TestServer, { sessionId }: Class, roomId: string) {
  const host = await server.app.hosts.open(sessionId);
  return host?.state.find("room", `room:${roomId}`)?.status;
}

/** How often the server has closed rooms by itself, in the journal. */
async function closings({ storage }: TestServer, { sessionId }: Class): Promise<number> {
  const rows = await storage.journal.rows(sessionId, 0, 1_000);
  return rows.filter(({ actor }) => actor === "system").length;
}

describe("[G3] rooms close by themselves", () => {
  test("at their moment, once, and everybody sees it", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const moderator = await room.enter("moderator");
    const asker = await room.enter("asker");
    const before = await closings(server, room);
    const close = { type: "room.close", roomId: room.first, graceMs: GRACE_MS } as const;
    expect(await moderator.send(close)).toMatchObject({ ok: true });
    const id = `room:${room.first}`;
    await waitUntil(() => asker.get(id)?.closing != null, { what: "told that it closes" });
    expect(asker.get(id)).toMatchObject({ status: "open" });
    await waitUntil(() => asker.get(id)?.status === "closed", { what: "closed" });
    expect(asker.get(id)).toMatchObject({ closing: null });
    expect(await closings(server, room)).toBe(before + 1);
    await moderator.send({ type: "room.open", roomId: room.first });
    await waitUntil(() => asker.get(id)?.status === "open", { what: "open again" });
  });

  test("also where nobody looks on: the session stays in memory till then, and leaves it afterwards", async () => {
    const server = await startServer({ idleHostMs: IDLE_MS });
    const room = await openClass(server);
    const moderator = await room.enter("moderator");
    await moderator.send({ type: "rooms.recall", graceMs: GRACE_MS });
    moderator.socket.disconnect();
    await waitUntil(() => server.app.hosts.size === 0, { what: "no session in memory" });
    expect(await statusOf(server, room, room.first)).toBe("closed");
    expect(await statusOf(server, room, room.second)).toBe("closed");
    expect(await statusOf(server, room, room.plenary)).toBe("open");
  });

  test("over a restart: what is due meanwhile is done when the session is there again", async () => {
    let now = Date.now();
    const clock = () => now;
    const server = await startServer({ clock });
    const room = await openClass(server);
    const moderator = await room.enter("moderator");
    await moderator.send({ type: "room.close", roomId: room.first, graceMs: 60_000 });
    await moderator.send({ type: "room.close", roomId: room.second, graceMs: 600_000 });
    await server.stop();

    now += 61_000;
    const again = await startServer({ directory: server.directory, clock });
    await waitUntil(async () => (await statusOf(again, room, room.first)) === "closed", { what: "closed" });
    expect(await statusOf(again, room, room.second)).toBe("open");
    expect(again.logged.map(({ message }) => message)).toEqual(["database opened"]);
  });

  test("two hosts on one store close once", async () => {
    let now = 1_000_000;
    const { journal } = openMemoryStorage();
    const registry = () =>
      new HostRegistry({
        journal,
        audience: {
          changes: () => undefined,
          reset: () => undefined,
          stored: () => undefined,
          signOut: async () => undefined,
          notesAccessChanged: () => undefined,
        },
        clock: () => now,
        newId,
        log: (message) => expect.unreachable(message),
        commitIntervalMs: 0,
      });
    const first = registry();
    await first.create({ kind: "organiser" }, CREATE);
    const one = await first.open(CREATE.sessionId);
    for (const move of OPENING.slice(1)) await one?.submit(move.actor, newId(), move.command);
    const close = { type: "room.close", roomId: ROOMS.first, graceMs: GRACE_MS } as const;
    await one?.submit({ kind: "organiser" }, newId(), close);
    const second = registry();
    const two = await second.open(CREATE.sessionId);
    const head = one?.state.head ?? 0;

    now += GRACE_MS;
    const both = [one, two].map((host) =>
      host?.submit({ kind: "system" }, newId(), { type: "rooms.closeDue" }),
    );
    expect(await Promise.all(both)).toEqual([
      { ok: true, rev: head + 1 },
      { ok: true, rev: head + 1 },
    ]);
    expect(two?.state.head).toBe(head + 1);
    expect(two?.state.find("room", `room:${ROOMS.first}`)?.status).toBe("closed");
  });
});

test("[G1] what is typed while a room closes is taken to the last moment, kept as a version, and there when it opens again", async () => {
  const server = await startServer();
  const room = await openClass(server, { moderation: "after" });
  const moderator = await room.enter("moderator");
  const asker = await room.enter("asker");
  const ask = () =>
    ({ type: "question.ask", questionId: newId(), roomId: room.first, text: "二审由谁负责" }) as const;
  const versionsPath = `/api/sessions/${room.sessionId}/rooms/${room.first}/notes/versions`;
  await moderator.send({ type: "room.close", roomId: room.first, graceMs: GRACE_MS });
  const notes = await openNotesSocket(
    `${server.url.replace("http", "ws")}/yjs`,
    await room.token("asker"),
    `${room.sessionId}/${room.first}/notes`,
  );
  notes.send(syncMessage(1, notesState(node("paragraph", {}, "写到一半"))));
  const last = ask();
  expect(await asker.send(last)).toMatchObject({ ok: true });
  await waitUntil(() => asker.get(`room:${room.first}`)?.status === "closed", { what: "closed" });
  const late = ask();
  expect(await asker.send(late)).toMatchObject({ ok: false, error: { code: "room_closed" } });
  expect(asker.get(`question:${last.questionId}`)).toMatchObject({ text: last.text });
  const version = await waitUntil(
    async () => {
      const { body } = await call<{ versions: { occasion: string }[] }>(server.url, versionsPath, {
        token: room.organiserToken,
      });
      return body.versions[0];
    },
    { what: "a version of the notes" },
  );
  expect(version.occasion).toBe("closed");
  await moderator.send({ type: "room.open", roomId: room.first });
  expect(await asker.send(ask())).toMatchObject({ ok: true });
  expect(asker.get(`question:${last.questionId}`)).toMatchObject({ text: last.text });
});

test("[G4] [G5] a leader runs the own room over the socket, and is told why it does not open during a recall", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const leader = await room.enter("leader");
  const moderator = await room.enter("moderator");
  const codeOf = async (who: Follower, command: Parameters<Follower["send"]>[0]) => {
    const reply = await who.send(command);
    return reply.ok ? "done" : reply.error.code;
  };
  expect(await codeOf(leader, { type: "room.close", roomId: room.second })).toBe("done");
  expect(await codeOf(leader, { type: "room.open", roomId: room.second })).toBe("done");
  expect(await codeOf(leader, { type: "room.open", roomId: room.first })).toBe("forbidden");
  expect(await codeOf(moderator, { type: "rooms.recall", graceMs: 60_000 })).toBe("done");
  expect(await codeOf(leader, { type: "room.open", roomId: room.second })).toBe("room_recalled");
  expect(leader.get(`room:${room.second}`)).toMatchObject({ closing: { recalls: true } });
});
