import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesSocket } from "../../support/notes/notes-socket.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { call, createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { openLine } from "../../support/sockets/line-proxy.ts";
import { openStranger, type Stranger, upgradeHead } from "../../support/sockets/stranger.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A fiftieth of the patience there is in earnest; so much of a body a look is 5 KB a second. */
const QUICK = { lookMs: 20, silentLooks: 10, bodyBytesMin: 1_000, answerStalledLooks: 40 };
/** Between two pieces of 64 KB. */
const READER_PAUSE_MS = 5;
const QUICK_MS = QUICK.lookMs * QUICK.silentLooks;

const socketPath = "/socket.io/?EIO=4&transport=websocket";
const loginHead =
  "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{";

async function counts({ app }: TestServer) {
  const lines = (await app.metrics.metrics()).split("\n");
  const read = (name: string) =>
    Number(
      lines
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")
        .at(-1) ?? 0,
    );
  return {
    in: read('yantao_connections{state="in"}'),
    waiting: read('yantao_connections{state="waiting"}'),
    closed: (reason: string) => read(`yantao_connections_closed_total{reason="${reason}"}`),
  };
}

/** Sends a byte at each turn, for as long as the connection is there. */
function trickle({ socket }: Stranger): void {
  const timer = setInterval(() => socket.write(" "), QUICK.lookMs);
  socket.once("close", () => clearInterval(timer));
}

test.each([
  ["nothing at all", "", "silent", ""],
  ["half a head", "GET / HTTP/1.1\r\nHost: a\r\n", "silent", "HTTP/1.1 408 "],
  [
    "a whole request and half of another",
    "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET",
    "silent",
    "HTTP/1.1 200 ",
  ],
  ["half a body", loginHead, "body", "HTTP/1.1 408 "],
  ["a WebSocket that never says who it is", upgradeHead(socketPath), "silent", "HTTP/1.1 101 "],
])("[C9] %s is ended, however little of it goes on coming", async (_what, text, reason, answer) => {
  const server = await startServer({ connectionLimits: QUICK });
  const sentAt = performance.now();
  const still = await openStranger(server.url, text);
  const moving = await openStranger(server.url, text);
  if (text !== "" && reason !== "silent") trickle(moving);
  await waitUntil(() => still.isClosed() && moving.isClosed(), { what: "both are closed" });
  expect(performance.now() - sentAt).toBeGreaterThan(QUICK_MS * 0.9);
  expect(still.answer().startsWith(answer)).toBe(true);
  expect((await counts(server)).closed(reason)).toBe(2);
});

test("[C9] a head of which a little comes again and again is ended", async () => {
  const server = await startServer({ connectionLimits: QUICK });
  const stranger = await openStranger(server.url, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
  trickle(stranger);
  await waitUntil(stranger.isClosed, { what: "it is closed" });
});

test("[C9] who leaves a session and keeps the WebSocket is no longer in, and is ended", async () => {
  const server = await startServer({ connectionLimits: QUICK });
  const token = await signIn(server.url);
  const webSocket = new WebSocket(`${server.url.replace("http", "ws")}${socketPath}`);
  onTestFinished(() => webSocket.terminate());
  await once(webSocket, "message");
  webSocket.send(`40${JSON.stringify({ token })}`);
  await once(webSocket, "message");
  expect((await counts(server)).in).toBe(1);
  webSocket.send("41");
  await waitUntil(() => webSocket.readyState === WebSocket.CLOSED, { what: "it is closed" });
});

test("[C9] a roster that comes slowly, for many times as long, arrives whole", async () => {
  const server = await startServer({ connectionLimits: QUICK });
  const token = await signIn(server.url);
  const { sessionId } = await createSession(server.url, token);
  const line = await openLine(server.url, { sentBytesPerSecond: 40_000 });
  const people = Array.from({ length: 500 }, (_, index) => ({
    name: `郑文海${index}`,
    unit: "林州市财政局综合计划科",
    post: "副局长、党组成员，分管预算、国库、政府采购和非税收入",
    side: "county" as const,
  }));
  const startedAt = performance.now();
  expect(await putRoster(line.url, token, sessionId, people)).toHaveLength(people.length);
  expect(performance.now() - startedAt).toBeGreaterThan(QUICK_MS * 5);
});

test("[C9] an answer that nobody reads is given up, one that is read slowly arrives whole", async () => {
  const directory = await tempDirectory();
  await mkdir(join(directory, "assets"));
  const bytes = 40 * 1024 * 1024;
  await writeFile(join(directory, "assets", "large.bin"), randomBytes(bytes));
  const client = { kind: "files", directory } as const;
  const server = await startServer({ connectionLimits: QUICK, client });
  const ask = "GET /assets/large.bin HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  const deaf = await openStranger(server.url, ask);
  deaf.socket.pause();
  await waitUntil(async () => (await counts(server)).closed("answer") === 1, {
    what: "the answer is given up",
  });

  const startedAt = performance.now();
  const [response] = (await once(get(`${server.url}/assets/large.bin`), "response")) as [IncomingMessage];
  let received = 0;
  for await (const chunk of response) {
    received += chunk.length;
    await setTimeout(READER_PAUSE_MS);
  }
  expect(received).toBe(bytes);
  expect(performance.now() - startedAt).toBeGreaterThan(QUICK.lookMs * QUICK.answerStalledLooks * 2);
});

test("[C8] whoever fills the room for those who wait, those who are in stay and others come in", async () => {
  const limits = { ...QUICK, silentLooks: 50, waitingMax: 30, waitingPerAddressMax: 20 };
  const server = await startServer({ connectionLimits: limits });
  const { url } = server;
  const room = await openClass(server);
  const asker = await room.enter("asker");
  const askAgain = () =>
    asker.send({ type: "question.ask", questionId: newId(), roomId: room.plenary, text: "谁负责？" });
  const path = notesDocumentName(room.sessionId, room.plenary);
  const notes = await openNotesSocket(`${url.replace("http", "ws")}/yjs`, await room.token("asker"), path);

  const strangers: Stranger[] = [];
  for (let count = 0; count < 150; count += 1) {
    strangers.push(await openStranger(url, "", `127.0.0.${2 + (count % 3)}`));
  }
  const { in: entered, waiting } = await counts(server);
  expect([entered, waiting <= 30]).toEqual([2, true]);
  expect(await askAgain()).toMatchObject({ ok: true });
  const neighbour = await room.enter("neighbour");
  expect(neighbour.socket.connected).toBe(true);
  // The last of an address stay, its oldest went.
  expect(strangers.at(-1)?.isClosed()).toBe(false);
  expect(strangers[0]?.isClosed()).toBe(true);

  await waitUntil(() => strangers.every(({ isClosed }) => isClosed()), { what: "the rest is ended" });
  expect((await counts(server)).in).toBe(3);
  expect(asker.socket.connected && notes.closeCode() === null).toBe(true);
  expect(await askAgain()).toMatchObject({ ok: true });
});

test("[C8] where all who wait are being served, the one who comes last is closed", async () => {
  const limits = { ...QUICK, silentLooks: 500, waitingMax: 30, waitingPerAddressMax: 5 };
  const server = await startServer({ connectionLimits: limits });
  const asking = loginHead.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
  const busy = await Promise.all(Array.from({ length: 5 }, () => openStranger(server.url, asking)));
  await waitUntil(() => busy.every(({ answer }) => answer().includes(" 100 ")), {
    what: "all are being served",
  });
  const late = await openStranger(server.url);
  await waitUntil(late.isClosed, { what: "the last is closed" });
  expect(busy.some(({ isClosed }) => isClosed())).toBe(false);
});

test("[C8] a hall of 300 browsers behind one address loads with six connections each, and none is closed", async () => {
  const server = await startServer();
  const request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
  const browsers = await Promise.all(Array.from({ length: 1_800 }, () => openStranger(server.url, request)));
  await waitUntil(() => browsers.every(({ answer }) => answer().includes('{"status":"ok"}')), {
    deadlineMs: 20_000,
    what: "all are answered",
  });
  expect((await counts(server)).closed("full")).toBe(0);
  expect(await call(server.url, "/healthz")).toMatchObject({ status: 200 });
});

test("[C10] a connection that could not be taken is told to the log, once in a while, and ends nothing", async () => {
  const server = await startServer();
  for (let count = 0; count < 100; count += 1) server.app.server.emit("error", new Error("accept EMFILE"));
  expect(server.logged.filter(({ message }) => message === "connection not taken")).toHaveLength(1);
  expect(await call(server.url, "/healthz")).toMatchObject({ status: 200 });
});
