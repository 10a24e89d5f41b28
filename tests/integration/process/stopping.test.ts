import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { newId } from "../../support/new-id.ts";
import { spawnServer } from "../../support/process/server-process.ts";
import { call, createSession, signIn } from "../../support/sockets/api.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { faultyDisk } from "../../support/storage/faulty-disk.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** Well below the ten seconds after which the process gives up, with room for a busy machine. */
const STOPPED_WITHIN_MS = 7_000;

async function rawConnection(url: string, text: string): Promise<Socket> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  socket.write(text);
  return socket;
}

const halfRequest = (url: string) =>
  rawConnection(url, "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");

/** A WebSocket that is open and from then on neither reads nor answers. */
async function deafSocket(address: string): Promise<void> {
  const socket = new WebSocket(address);
  socket.on("error", () => undefined);
  onTestFinished(() => socket.terminate());
  await once(socket, "open");
  socket.pause();
}

const deafSession = (url: string) =>
  deafSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);

const silentConnection = (url: string) => rawConnection(url, "");

const deafNotes = async (url: string) =>
  deafSocket(`${url.replace("http", "ws")}/yjs/none/none/notes?token=${await signIn(url)}`);

test.each([
  ["a half-sent request", halfRequest],
  ["a client that does not read", deafSession],
  ["notes that are not read", deafNotes],
  ["a connection that says nothing", silentConnection],
])("%s does not keep the server from stopping with 0", async (_what, hold) => {
  const server = await spawnServer(await tempDirectory());
  onTestFinished(server.kill);
  await hold(server.url);
  const askedAt = performance.now();
  expect(await server.stop(), server.output()).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(STOPPED_WITHIN_MS);
});

test("a server that stops finishes what it has taken and takes nothing more, by whatever door", async () => {
  const disk = await faultyDisk();
  const server = await spawnServer(disk.directory, { environment: disk.env });
  onTestFinished(server.kill);
  const { url } = server;
  const token = await signIn(url);
  const { sessionId } = await createSession(url, token);
  const follower = new Follower(url, sessionId, token);
  await follower.join();
  const createRoom = (name: string) =>
    follower.send({ type: "room.create", roomId: newId(), name, kind: "breakout" });

  disk.delaySyncs(1_000);
  const writesBefore = disk.writes();
  const taken = createRoom("第一组");
  await waitUntil(() => disk.writes() > writesBefore, { what: "the first room is being stored" });
  const told = new Promise((resolve) => follower.socket.once("server:notice", resolve));
  const stopped = server.stop();
  expect(await told).toMatchObject({ code: "draining" });

  const draining = { error: { code: "draining", retryable: true } };
  const stranger = new Follower(url, sessionId, token);
  const [late, join, post, connecting] = await Promise.all([
    createRoom("第二组"),
    follower.join(),
    call(url, "/api/login", { body: { password: "whatever-it-is" } }),
    new Promise((resolve) => {
      stranger.socket.once("connect", () => resolve("let in")).once("connect_error", resolve);
    }),
  ]);
  expect(late).toMatchObject({ ok: false, ...draining });
  expect(join).toMatchObject({ ok: false, ...draining });
  expect(post).toMatchObject({ status: 503, body: draining });
  expect(connecting).toMatchObject({ data: draining.error });
  expect(await taken).toMatchObject({ ok: true });
  expect(await stopped).toBe(0);
});
