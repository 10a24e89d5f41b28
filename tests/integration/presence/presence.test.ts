import { describe, expect, test } from "vitest";
import type { PresenceChanges } from "../../../shared/protocol/session-socket.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

async function opened() {
  const server = await startServer();
  return { server, room: await openClass(server) };
}

/** What somebody who watches knows. */
async function watching(follower: Follower) {
  const here = new Set<string>();
  const lines: Record<string, string> = {};
  const told: PresenceChanges[] = [];
  follower.socket.on("session:presence", (changes) => {
    told.push(changes);
    for (const personId of changes.here) here.add(personId);
    for (const personId of changes.gone) here.delete(personId);
    Object.assign(lines, changes.lines);
  });
  const reply = await follower.socket.emitWithAck("session:watch", {});
  if (reply.ok) {
    for (const personId of reply.here) here.add(personId);
    Object.assign(lines, reply.lines);
  }
  return { reply, here, lines, told };
}

describe("[M1] staff watch who comes and goes", () => {
  test("over real sockets, a person with two pages once", async () => {
    const { room } = await opened();
    const { personId } = room.seats.asker;
    const { reply, here } = await watching(await room.organiser());
    expect(reply).toMatchObject({ ok: true, here: [] });
    const [one, other] = [await room.enter("asker"), await room.enter("asker")];
    await waitUntil(() => here.has(personId), { what: "here" });
    one.socket.disconnect();
    const neighbour = await room.enter("neighbour");
    await waitUntil(() => here.has(room.seats.neighbour.personId), { what: "the next one here" });
    expect(here.has(personId)).toBe(true);
    other.socket.disconnect();
    neighbour.socket.disconnect();
    await waitUntil(() => here.size === 0, { what: "gone" });
  });

  test("and nobody else does, nor anybody before joining", async () => {
    const { server, room } = await opened();
    for (const role of ["asker", "finance", "leader", "observer"] as const) {
      const { reply, told } = await watching(await room.enter(role));
      expect(reply).toMatchObject({ ok: false, error: { code: "forbidden" } });
      expect(told).toEqual([]);
    }
    const stranger = new Follower(server.url, room.sessionId, room.organiserToken);
    expect(await stranger.socket.emitWithAck("session:watch", {})).toMatchObject({ ok: false });
  });
});

describe("[M2] presence passes", () => {
  test("nothing of it is in the journal, and a watch ends with unwatch and with the rights", async () => {
    const { server, room } = await opened();
    const organiser = await room.organiser();
    const moderator = await room.enter("moderator");
    const { told } = await watching(moderator);
    const other = await watching(organiser);
    const host = await server.app.hosts.open(room.sessionId);
    const head = host?.state.head;
    await room.enter("asker").then(({ socket }) => socket.disconnect());
    await room.enter("neighbour");
    await waitUntil(() => other.here.has(room.seats.neighbour.personId), { what: "told" });
    const arrivals = 2;
    expect(host?.state.head).toBe((head ?? 0) + arrivals);
    await waitUntil(() => told.length > 0, { what: "the moderator told" });

    const { personId } = room.seats.moderator;
    await organiser.send({ type: "person.update", personId, side: "county", duties: [] });
    await waitUntil(() => moderator.rejoins > 0 && moderator.joining === null, { what: "joined again" });
    const before = told.length;
    await organiser.socket.emitWithAck("session:unwatch", {});
    const watchedAgain = await watching(organiser);
    await room.enter("finance");
    await waitUntil(() => watchedAgain.here.has(room.seats.finance.personId), { what: "told again" });
    expect(told).toHaveLength(before);
    expect(await moderator.socket.emitWithAck("session:watch", {})).toMatchObject({
      error: { code: "forbidden" },
    });
  });

  test("a call of another shape is refused", async () => {
    const { room } = await opened();
    const { socket } = await room.organiser();
    const odd = { sessionId: room.sessionId } as unknown as Record<string, never>;
    expect(await socket.emitWithAck("session:watch", odd)).toMatchObject({ error: { code: "bad_request" } });
    expect(await socket.emitWithAck("session:unwatch", {})).toEqual({ ok: true });
  });
});

test("[M3] last lines come while they are written and stay known when everybody has left the notes", async () => {
  const { server, room } = await opened();
  const write = async (token: string) => {
    const editor = openNotesEditor(`${server.url.replace("http", "ws")}/yjs`, token, {
      documentName: `${room.sessionId}/${room.first}/notes`,
    });
    await editor.synced();
    return editor;
  };
  const { lines, told } = await watching(await room.organiser());
  const editor = await write(await room.token("asker"));
  editor.write("第一行");
  await waitUntil(() => lines[room.first] === "第一行", { what: "the line" });
  const startedAtMs = performance.now();
  const before = told.length;
  for (let turn = 0; turn < 30; turn += 1) {
    editor.write(`第 ${turn} 条`);
    await new Promise((resume) => setImmediate(resume));
  }
  await waitUntil(() => lines[room.first] === "第 29 条", { what: "the last of many" });
  const seconds = (performance.now() - startedAtMs) / 1000;
  expect(told.length - before).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
  await waitUntil(() => editor.saved() > 0, { what: "saved" });
  editor.leave();
  const later = await watching(await room.enter("recorder"));
  await waitUntil(() => later.lines[room.first] === "第 29 条", { what: "read out of what is stored" });
});
