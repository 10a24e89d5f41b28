import { describe, expect, test } from "vitest";
import { DEFLATE_RAW } from "../../../shared/protocol/lanes.ts";
import type { JoinRequest } from "../../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../../support/new-id.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { createSession, enterPin, putRoster, signIn } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { openLine } from "../../support/sockets/line-proxy.ts";
import { enterSession, online } from "../../support/sockets/session-clients.ts";
import { waitUntil } from "../../support/wait-until.ts";

const PEOPLE = 300;
const ENTERED = 12;
const QUESTIONS = 40;

/** What a follower's socket takes in from here on, in bytes. */
function bytesTo({ socket }: Follower): () => number {
  let bytes = 0;
  socket.io.engine.on("packet", ({ data }: { data?: string | Buffer }) => {
    if (data !== undefined) bytes += Buffer.byteLength(data);
  });
  return () => bytes;
}

/** A session of 300 in one group, with questions in the plenary, and some of them at their laptops. */
async function openHall(server: TestServer, accepts: readonly string[]) {
  const { url } = server;
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
      { name: "第二组", kind: "breakout" },
    ],
    settings: { moderation: "after" },
  });
  const [plenary, , second] = rooms.map(({ roomId }) => roomId) as [string, string, string];
  const roster = Array.from({ length: PEOPLE }, (_, at) => ({
    name: `干部${at}`,
    unit: `县区${at % 9}`,
    side: "county" as const,
    group: "第一组",
  }));
  const seats = await putRoster(url, token, sessionId, roster);
  const host = await server.app.hosts.open(sessionId);
  if (host === null) throw new Error("no host");
  const actor = { kind: "organiser" } as const;
  const ask = () =>
    host.submit(actor, newId(), {
      type: "question.ask",
      questionId: newId(),
      roomId: plenary,
      text: "二审由谁负责，多长时间反馈，对发行有什么影响？",
    });
  await Promise.all(Array.from({ length: QUESTIONS }, ask));
  const move = (personId: string) =>
    host.submit(actor, newId(), { type: "person.move", personId, roomId: second });
  const followers: Follower[] = [];
  for (const seat of seats.slice(0, ENTERED)) {
    const follower = new Follower(url, sessionId, await enterPin(url, sessionId, seat));
    follower.accepts = accepts;
    await follower.join();
    followers.push(follower);
  }
  return { sessionId, seats, followers, second, move };
}

const hasJoinedAnew = (follower: Follower) =>
  waitUntil(() => follower.rejoins > 0 && follower.joining === null, {
    what: "everybody to join anew",
    deadlineMs: 20_000,
  });

describe("[J5] who is told to join again", () => {
  test("[J6] three hundred who are moved at once cost each of them 15 kB, where packed lanes are accepted", async () => {
    const { seats, followers, second, move } = await openHall(await startServer(), [DEFLATE_RAW]);
    const counts = followers.map(bytesTo);
    await Promise.all(seats.map(({ personId }) => move(personId)));
    for (const follower of followers) await hasJoinedAnew(follower);
    for (const follower of followers) {
      expect([...follower.lanes.keys()]).toContain(`room:${second}`);
      const people = [...follower.records().values()].filter(({ kind }) => kind === "person");
      expect(people.map(({ roomId }) => roomId)).toEqual(people.map(() => second));
      expect(people).toHaveLength(PEOPLE);
    }
    for (const count of counts) expect(count()).toBeLessThan(15_000);
  });

  test("one who is moved gets the new room and what changed, and nothing of what is held", async () => {
    const { seats, followers, second, move } = await openHall(await startServer(), []);
    const [moved] = followers;
    if (moved === undefined) throw new Error("nobody");
    const count = bytesTo(moved);
    await move(seats[0]?.personId ?? "");
    await hasJoinedAnew(moved);
    expect([...moved.lanes.keys()]).toContain(`room:${second}`);
    expect([...moved.records().values()].filter(({ kind }) => kind === "question")).toHaveLength(QUESTIONS);
    expect(count()).toBeLessThan(3_000);
  });

  test("the product's own client joins with what it holds", async () => {
    const server = await startServer();
    const { sessionId, seats, second, move } = await openHall(server, []);
    const line = await openLine(server.url);
    const [, seat] = seats;
    if (seat === undefined) throw new Error("nobody");
    const token = await enterPin(server.url, sessionId, seat);
    const client = enterSession({ sessionId, url: line.url, token, actorId: seat.personId });
    await online(client);
    const before = line.answeredBytes();
    await move(seat.personId);
    const roomOf = () => client.store.record("person", `person:${seat.personId}`)?.roomId;
    await waitUntil(() => roomOf() === second, { what: "the new room" });
    expect(client.store.records("question")).toHaveLength(QUESTIONS);
    expect(line.answeredBytes() - before).toBeLessThan(3_000);
  });

  test("lanes held from before are resumed where the viewer still stands in them, and are given up elsewhere", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const organiser = await room.organiser();
    const moved = await room.enter("asker");
    const { personId } = room.seats.asker;
    const { hostId } = moved;
    const held = Object.fromEntries([...moved.lanes].map(([lane, { rev }]) => [lane, rev]));
    expect(held).toHaveProperty(`room:${room.first}`);
    await organiser.send({ type: "person.move", personId, roomId: room.second });
    await hasJoinedAnew(moved);
    const neighbour = await room.enter("neighbour");
    const hidden = "第一组后来之问";
    await neighbour.send({ type: "question.ask", questionId: newId(), roomId: room.first, text: hidden });

    // Who still says that he holds the old room is answered nothing of it, whatever he holds.
    const asked = (from: string | undefined) =>
      moved.socket.emitWithAck("session:join", {
        sessionId: room.sessionId,
        protocolVersion: PROTOCOL_VERSION,
        have: { ...held, [`room:${room.second}`]: 1 } as JoinRequest["have"],
        accepts: [DEFLATE_RAW],
        ...(from !== undefined && { hostId: from }),
      });
    const reply = await asked(hostId);
    if (!reply.ok) throw new Error(reply.error.code);
    expect(reply.lanes.map(({ lane }) => lane)).not.toContain(`room:${room.first}`);
    expect(JSON.stringify(reply)).not.toContain(hidden);
    expect(reply.lanes.find(({ lane }) => lane === "everyone")?.from).toBe(held.everyone);
    // Revs of another host mean nothing here.
    const elsewhere = await asked("0".repeat(22));
    if (!elsewhere.ok) throw new Error(elsewhere.error.code);
    expect(new Set(elsewhere.lanes.map(({ from }) => from))).toEqual(new Set([null]));
  });
});
