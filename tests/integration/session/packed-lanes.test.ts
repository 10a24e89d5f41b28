import { afterEach, describe, expect, test, vi } from "vitest";
import { DEFLATE_RAW } from "../../../shared/protocol/lanes.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { JoinReply, JoinRequest } from "../../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import type { Follower } from "../../support/sockets/follower.ts";
import { plainLanes } from "../../support/sockets/plain-lanes.ts";
import { enterSession, online } from "../../support/sockets/session-clients.ts";
import { waitUntil } from "../../support/wait-until.ts";

const QUESTIONS = 60;
const ASKED_MEANWHILE = 40;

async function openScene() {
  const server = await startServer();
  const room = await openClass(server, { moderation: "after", pendingMax: LIMITS.pendingMaxMost });
  const host = await server.app.hosts.open(room.sessionId);
  if (host === null) throw new Error("no host");
  const asker = { kind: "person" as const, personId: room.seats.asker.personId };
  const ask = (at: number) =>
    host.submit(asker, newId(), {
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text: `第 ${at} 问：二审由谁负责？`,
    });
  for (let at = 0; at < QUESTIONS; at += 1) await ask(at);
  const token = await room.token("neighbour");
  const client = () =>
    enterSession({
      sessionId: room.sessionId,
      url: server.url,
      token,
      actorId: room.seats.neighbour.personId,
    });
  return { room, ask, client };
}

async function joinAnew(room: Class, { socket }: Follower, accepts?: string[]) {
  const reply: JoinReply = await socket.timeout(10_000).emitWithAck("session:join", {
    sessionId: room.sessionId,
    protocolVersion: PROTOCOL_VERSION,
    have: {} as JoinRequest["have"],
    ...(accepts !== undefined && { accepts }),
  });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.lanes;
}

describe("[J6] whole lanes", () => {
  afterEach(() => void vi.unstubAllGlobals());

  test("come packed to a stock client that accepts it, where they are large, and plain to all others", async () => {
    const { room } = await openScene();
    const follower = await room.enter("neighbour");
    const plain = await joinAnew(room, follower);
    expect(plain.filter((lane) => "packed" in lane)).toEqual([]);
    const packed = await joinAnew(room, follower, ["zstd", DEFLATE_RAW]);
    const names = packed.filter((lane) => "packed" in lane).map(({ lane }) => lane);
    expect(names).toEqual([`room:${room.plenary}`, "everyone"]);
    expect(packed.map(({ lane }) => lane)).toEqual(plain.map(({ lane }) => lane));
    expect(plainLanes(packed)).toEqual(plain);
    expect(await joinAnew(room, follower, ["zstd"])).toEqual(plain);
    expect(await joinAnew(room, follower, [])).toEqual(plain);
  });

  test("are unpacked by the product's own client, and what is asked meanwhile is there as well, in its order", async () => {
    const { room, ask, client } = await openScene();
    const asking = (async () => {
      for (let at = 0; at < ASKED_MEANWHILE; at += 1) await ask(QUESTIONS + at);
    })();
    const clients = Array.from({ length: 6 }, client);
    await Promise.all(clients.map(online));
    await asking;
    const reader = await room.enter("neighbour");
    const shown = [...reader.records().values()].filter(({ kind }) => kind === "question");
    expect(shown).toHaveLength(QUESTIONS + ASKED_MEANWHILE);
    for (const { store } of clients) {
      await waitUntil(() => store.records("question").length === shown.length, { what: "all questions" });
      expect(new Map(store.records("question").map((view) => [view.id, view]))).toEqual(
        new Map(shown.map((view) => [view.id, view])),
      );
    }
  });

  test("a browser without the format is given plain ones, and one whose unpacking fails asks for them", async () => {
    const { client } = await openScene();
    vi.stubGlobal("DecompressionStream", undefined);
    const old = client();
    await online(old);
    expect(old.store.records("question")).toHaveLength(QUESTIONS);
    vi.stubGlobal(
      "DecompressionStream",
      class extends TransformStream {
        constructor() {
          super({ transform: (_bytes, controller) => controller.error(new TypeError("no such format")) });
        }
      },
    );
    const broken = client();
    await online(broken);
    expect(broken.store.records("question")).toHaveLength(QUESTIONS);
  });
});
