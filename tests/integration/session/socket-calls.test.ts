import { describe, expect, test } from "vitest";
import type { Lane } from "../../../shared/protocol/lanes.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

describe("[C5] a call", () => {
  test("with more than its one object is refused", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const { socket } = await room.enter("asker");
    const reply = await new Promise((answered) => {
      // The types know one argument; a stranger's client does not.
      (socket.emit as (event: string, ...args: unknown[]) => void).call(
        socket,
        "session:ping",
        {},
        {},
        answered,
      );
    });
    expect(reply).toMatchObject({ ok: false, error: { code: "bad_request" } });
  });

  test("made a hundred times at once is slowed, for that socket alone, and served again later", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const [flooding, other] = [await room.enter("asker"), await room.enter("asker")];
    const ping = ({ socket }: Follower) => socket.emitWithAck("session:ping", {});
    const replies = await Promise.all(Array.from({ length: 100 }, () => ping(flooding)));
    const slowed = replies.filter((reply) => !reply.ok);
    expect(slowed.length).toBeGreaterThan(50);
    expect(slowed.length).toBeLessThan(100);
    for (const reply of slowed) expect(reply).toMatchObject({ error: { code: "rate_limited" } });
    expect(await ping(other)).toMatchObject({ ok: true });
    await waitUntil(async () => (await ping(flooding)).ok, { what: "the flooding one is served again" });
  });

  test("that the storage cannot serve is answered, and nothing is left unheard", async () => {
    const first = await startServer();
    const room = await openClass(first);
    const token = await room.token("asker");
    await first.stop();
    const server = await startServer({ directory: first.directory });
    const follower = new Follower(server.url, room.sessionId, token);
    await waitUntil(() => follower.socket.connected, { what: "connected" });
    await server.storage.close();
    expect(await follower.join()).toMatchObject({
      ok: false,
      error: { code: "storage_unavailable", retryable: true },
    });
    expect(server.logged.map(({ message }) => message)).toContain("call failed");
  });
});

describe("[J2] who comes back", () => {
  test("gets what is missing from the host the revs are from, and whole lanes from another", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const follower = await room.enter("asker");
    const { hostId } = follower;
    const have = Object.fromEntries([...follower.lanes].map(([lane, { rev }]) => [lane, rev]));
    const join = async (from: string | undefined) => {
      const reply = await follower.socket.emitWithAck("session:join", {
        sessionId: room.sessionId,
        protocolVersion: PROTOCOL_VERSION,
        have: have as Record<Lane, number>,
        ...(from !== undefined && { hostId: from }),
      });
      if (!reply.ok) throw new Error(reply.error.code);
      return Object.fromEntries(reply.lanes.map((changes) => [changes.lane, changes.from]));
    };
    expect(await join(hostId)).toEqual(have);
    const whole = Object.fromEntries(Object.keys(have).map((lane) => [lane, null]));
    expect(await join("0".repeat(22))).toEqual(whole);
  });
});
