import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type ClientRequest, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Express } from "express";
import { expect, onTestFinished, test } from "vitest";
import { answersInTurn } from "../../../server/http/answers-in-turn.ts";
import { Tokens } from "../../../server/identity/tokens.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../../support/new-id.ts";
import { ON_WINDOWS } from "../../support/process/on-windows.ts";
import { spawnServer } from "../../support/process/server-process.ts";
import { startServer } from "../../support/process/start-server.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { commandAs } from "../../support/sockets/command-as.ts";
import { LightClient } from "../../support/sockets/light-client.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

const MEGABYTE = 1024 * 1024;
const SOCKETS = 60;
const JOINS_EACH = 10;
const QUESTIONS = 1_200;
const ASKERS = 30;
const MORE_THAN_KERNELS_TAKE_BYTES = 16 * MEGABYTE;

function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}

test.skipIf(ON_WINDOWS)(
  "[C11] whole sessions asked for and not read, on every socket a seat can open, cost two answers",
  {
    timeout: 180_000,
  },
  async () => {
    const server = await spawnServer(await tempDirectory());
    const token = await signIn(server.url);
    const { sessionId, rooms } = await createSession(server.url, token, {
      settings: { moderation: "after" },
    });
    const roomId = rooms[0]?.roomId ?? "";
    const people = Array.from({ length: ASKERS + 1 }, (_, at) => ({
      name: `干部${at}`,
      unit: "安阳县",
      side: "county" as const,
    }));
    const [mallory, ...askers] = (await putRoster(server.url, token, sessionId, people)) as [Seat, ...Seat[]];
    const text = "问".repeat(LIMITS.questionMaxChars);
    const commands = await Promise.all(
      askers.map(async (seat) =>
        commandAs(server.url, sessionId, await enterPin(server.url, sessionId, seat)),
      ),
    );
    const ask = (at: number) =>
      commands[at % ASKERS]?.({ type: "question.ask", questionId: newId(), roomId, text });
    await Promise.all(Array.from({ length: QUESTIONS }, (_, at) => ask(at)));

    const request = { sessionId, protocolVersion: PROTOCOL_VERSION, have: {} };
    const seatToken = await enterPin(server.url, sessionId, mallory);
    const before = residentBytes(server.pid);
    const opened = await Promise.allSettled(
      Array.from({ length: SOCKETS }, () => LightClient.connect(server.url, seatToken)),
    );
    const sockets = opened.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(sockets.length).toBe(20);
    for (const socket of sockets) {
      socket.stopReading();
      for (let joins = 0; joins < JOINS_EACH; joins += 1) void socket.call("session:join", request);
    }
    // Somebody else is acknowledged, and sees a whole session, meanwhile.
    let peakBytes = 0;
    for (let asked = 0; asked < 20; asked += 1) {
      await ask(asked);
      peakBytes = Math.max(peakBytes, residentBytes(server.pid));
    }
    const reader = await commandAs(server.url, sessionId, token);
    reader.close();
    expect((peakBytes - before) / MEGABYTE).toBeLessThan(60);
    for (const command of commands) command.close();
    for (const socket of sockets) socket.close();
    expect(await server.stop()).toBe(0);
  },
);

test("[C11] tabs of one seat that read are all answered", async () => {
  const server = await startServer();
  const room = await openClass(server, { moderation: "after" });
  const host = await server.app.hosts.open(room.sessionId);
  const asker = { kind: "person" as const, personId: room.seats.asker.personId };
  const text = "问".repeat(LIMITS.questionMaxChars);
  for (let asked = 0; asked < 40; asked += 1) {
    await host?.submit(asker, newId(), {
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text,
    });
  }
  const token = await room.token("neighbour");
  const request = { sessionId: room.sessionId, protocolVersion: PROTOCOL_VERSION, have: {} };
  const tabs = await Promise.all(Array.from({ length: 12 }, () => LightClient.connect(server.url, token)));
  const replies = await Promise.all(tabs.map((tab) => tab.call<{ ok: boolean }>("session:join", request)));
  expect(replies.map(({ ok }) => ok)).toEqual(tabs.map(() => true));
  for (const tab of tabs) tab.close();
  // Counts end with the connections: the seat can come with as many again.
  await waitUntil(
    async () => {
      const again = await Promise.allSettled(tabs.map(() => LightClient.connect(server.url, token)));
      for (const result of again) if (result.status === "fulfilled") result.value.close();
      return again.every(({ status }) => status === "fulfilled");
    },
    { what: "the same seat again" },
  );
});

test("[C11] [V8] questions to follow that do not exist make nothing", async () => {
  const server = await startServer();
  const room = await openClass(server, { anonymity: "never" });
  const host = await server.app.hosts.open(room.sessionId);
  const follower = await room.enter("asker");
  const kept = host?.lanesKept;
  for (let joins = 0; joins < 20; joins += 1) {
    follower.follows = Array.from({ length: LIMITS.followedMax }, () => newId());
    expect((await follower.join()).ok).toBe(true);
  }
  expect(host?.lanesKept).toBe(kept);
  // One that is asked later reaches who follows it already.
  const followId = newId();
  follower.follows = [followId];
  await follower.join();
  const questionId = newId();
  await follower.send({
    type: "question.ask",
    questionId,
    roomId: room.plenary,
    text: "二审由谁负责",
    followId,
  });
  expect(follower.records().get(`question:${questionId}`)).toBeDefined();
});

/** Serves on a free port of 127.0.0.1 until the test is over. */
async function listenHere(web: Express): Promise<number> {
  const server = web.listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

test("[C11] HTTP answers that nobody takes are six, and the next is made when one has gone", async () => {
  const { credentials } = openMemoryStorage();
  const tokens = new Tokens(credentials, Date.now);
  const headers = {
    Authorization: `Bearer ${await tokens.issue(await tokens.beginSignIn({ kind: "organiser" }))}`,
  };
  let made = 0;
  const web = express();
  web.use(answersInTurn({ tokens }));
  web.get("/large", (_request, response) => {
    made += 1;
    response.end(Buffer.alloc(MORE_THAN_KERNELS_TAKE_BYTES));
  });
  web.get("/small", (_request, response) => {
    response.end();
  });
  const port = await listenHere(web);
  const ask = (path: string, headersOf: Record<string, string>) =>
    httpRequest({ port, path, headers: headersOf, agent: false })
      .on("error", () => undefined)
      .end();
  // Which of them have a turn is told by their answers: connections need not arrive in the order they were made.
  const answered: ClientRequest[] = [];
  const asked = Array.from({ length: 40 }, () => {
    const request = ask("/large", headers);
    return request.on("response", (response) => {
      response.pause();
      answered.push(request);
    });
  });
  await waitUntil(() => made === 6 && answered.length === 6, { what: "as many as a browser asks for" });
  // Others are answered meanwhile, which also gives the rest the time to come.
  const other = {
    Authorization: `Bearer ${await tokens.issue(await tokens.beginSignIn({ kind: "stage", sessionId: "s" }))}`,
  };
  for (const headersOf of [{}, other]) await once(ask("/small", headersOf), "response");
  expect(made).toBe(6);
  answered[0]?.destroy();
  await waitUntil(() => made === 7, { what: "the next" });
  for (const request of asked) request.destroy();
});

test("[C11] requests that are given up before it is known who asks keep no turn", async () => {
  const { credentials } = openMemoryStorage();
  const tokens = new Tokens(credentials, Date.now);
  const headers = {
    Authorization: `Bearer ${await tokens.issue(await tokens.beginSignIn({ kind: "organiser" }))}`,
  };
  const gone: Promise<unknown>[] = [];
  const web = express();
  web.use((_request, response, next) => {
    if (gone.length < 8) gone.push(once(response, "close").then(() => next()));
    else next();
  });
  web.use(answersInTurn({ tokens }), (_request, response) => {
    response.end();
  });
  const port = await listenHere(web);
  const ask = () =>
    httpRequest({ port, headers, agent: false })
      .on("error", () => undefined)
      .end();
  const givenUp = Array.from({ length: 8 }, ask);
  await waitUntil(() => gone.length === 8, { what: "all asked" });
  for (const request of givenUp) request.destroy();
  await Promise.all(gone);
  await once(ask(), "response", { signal: AbortSignal.timeout(5_000) });
});
