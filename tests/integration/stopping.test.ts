import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { signIn } from "../support/api.ts";
import { spawnServer } from "../support/server-process.ts";
import { tempDirectory } from "../support/temp-directory.ts";

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
