import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { ROLES } from "../../support/sample/cast.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { rawSocket } from "../../support/sockets/raw-socket.ts";

/** Runs `work` `times` times, ten at once: a seat has room for no more than twenty sockets. */
async function manyTimes(times: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < times; from += 10) {
    await Promise.all(Array.from({ length: Math.min(10, times - from) }, (_, index) => work(from + index)));
  }
}

function linesOf({ logged }: TestServer, message: string): { leftOut?: number }[] {
  return logged.filter((line) => line.message === message).map(({ details }) => details);
}

/** All that a line would hold, written out as the log writes it: errors with their stack. */
function written(lines: readonly object[]): string {
  return lines
    .map((line) => JSON.stringify(line, (_, value) => (value instanceof Error ? value.stack : value)))
    .join("\n");
}

/** As many as one actor may ask for at once. */
const CALLS_EACH = 40;
const BAD_FRAMES = ["40{", "42{}", "42[", Buffer.from([1, 2, 3])];

test("[C13] a thousand bad frames and hundreds of failing calls make thirty lines at most, and no stack is a client's", {
  timeout: 60_000,
}, async () => {
  const first = await startServer();
  const room = await openClass(first);
  const tokens = await Promise.all(ROLES.map((role) => room.token(role)));
  const [token = ""] = tokens;
  await first.stop();
  // Nothing is in its memory yet, so that without its storage every join fails.
  const server = await startServer({ directory: first.directory });
  const before = server.logged.length;
  await manyTimes(1_000, async (index) => {
    const socket = await rawSocket(server.url, token);
    const closed = once(socket, "close");
    socket.send(BAD_FRAMES[index % BAD_FRAMES.length] ?? "");
    await closed;
  });
  const callers = await Promise.all(tokens.map((each) => rawSocket(server.url, each)));
  await server.storage.close();
  await Promise.all(
    callers.map(async (socket) => {
      for (let call = 0; call < CALLS_EACH; call += 1) {
        const answer = once(socket, "message");
        const join = { sessionId: room.sessionId, protocolVersion: PROTOCOL_VERSION, have: {} };
        socket.send(`42${call}${JSON.stringify(["session:join", join])}`);
        expect(String(await answer)).toContain('"code":"storage_unavailable"');
      }
      socket.terminate();
    }),
  );
  const lines = server.logged.length - before;
  process.stdout.write(`log lines of 1,000 bad frames and some hundred failing calls: ${lines}\n`);
  expect(lines).toBeLessThanOrEqual(30);
  await server.stop().catch(() => undefined);
  const [frames, calls] = [linesOf(server, "socket error"), linesOf(server, "call failed")];
  const counted = (all: typeof frames) => all.reduce((sum, { leftOut = 1 }) => sum + leftOut, 0);
  expect([counted(frames), counted(calls)]).toEqual([1_000, ROLES.length * CALLS_EACH]);
  expect(written(frames)).not.toContain("    at ");
  expect(written(calls)).toContain("    at ");
});

test("[C13] what is refused of the notes, two hundred times, is ten lines and how many were left out", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const token = await room.token("asker");
  const address = `${server.url.replace("http", "ws")}/yjs/${room.sessionId}/${room.plenary}/notes`;
  await manyTimes(200, async () => {
    const socket = new WebSocket(`${address}?token=${token}`);
    await once(socket, "open");
    const closed = once(socket, "close");
    socket.send(Buffer.from([0, 2, 255, 255, 255]));
    await closed;
  });
  await server.stop();
  const lines = linesOf(server, "notes_refused");
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toMatchObject({ leftOut: 190 });
  expect(written(lines)).not.toContain("    at ");
});
