import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import {
  attachmentPlaceholder,
  Outlet,
  ReadyAnswer,
  readyEvent,
} from "../../../server/sockets/engine-insides.ts";
import { createSocketServer, type SessionSocket } from "../../../server/sockets/socket-server.ts";
import { LightClient } from "../../support/sockets/light-client.ts";
import { waitUntil } from "../../support/wait-until.ts";

const MORE_THAN_KERNELS_TAKE = "满".repeat(8 * 1024 * 1024);

/** A server that does nothing by itself, and how its next socket is had. */
async function openServer() {
  const server = createServer();
  const sockets = createSocketServer(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => sockets.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const next = () => new Promise<SessionSocket>((resolve) => sockets.once("connection", resolve));
  return { url, next };
}

/** A client that takes nothing, in front of whom an acknowledgement of Engine.IO's own waits. */
async function stalled() {
  const { url, next } = await openServer();
  const accepted = next();
  const client = await LightClient.connect(url);
  onTestFinished(() => client.close());
  const socket = await accepted;
  const heard: string[] = [];
  client.onEvent = (text) => heard.push(text.slice(0, 20));
  client.stopReading();
  socket.conn.write(`2["first","${MORE_THAN_KERNELS_TAKE}"]`, {});
  socket.conn.write('2["second",{}]', {});
  return { client, conn: socket.conn, heard };
}

/** What Engine.IO was given to send from here on. */
function givenToEngine(conn: SessionSocket["conn"]): string[] {
  const given: string[] = [];
  conn.on("packetCreate", ({ data }: { data?: unknown }) => given.push(String(data).slice(0, 20)));
  return given;
}

test("an event that is ready goes straight to the line, and a stock client hears it", async () => {
  const { url, next } = await openServer();
  const accepted = next();
  const client = io(url, { transports: ["websocket"], forceNew: true });
  onTestFinished(() => void client.disconnect());
  const heard = new Promise((resolve) => client.once("session:changes", resolve));
  const { conn } = await accepted;
  const given = givenToEngine(conn);
  new Outlet(conn).send(readyEvent("session:changes", { text: "二审" }));
  expect(await heard).toEqual({ text: "二审" });
  expect(given).toEqual([]);
});

test("[J6] an answer in pieces goes straight to the line, and a stock client gets it with what is attached", async () => {
  const { url, next } = await openServer();
  const accepted = next();
  const client = io(url, { transports: ["websocket"], forceNew: true });
  onTestFinished(() => void client.disconnect());
  const socket = await accepted;
  const given = givenToEngine(socket.conn);
  const attachments = [[Buffer.from("一"), Buffer.from("二")], [Buffer.alloc(70_000, 1)]];
  socket.on("session:join", (_request, answer) => {
    const placeholders = attachments.map((_pieces, index) => attachmentPlaceholder(index));
    const json = ['{"held":', JSON.stringify(placeholders), ',"text":"', "三".repeat(30_000), '"}'];
    // What Socket.IO's types know as an answer is its content; this one is bytes already.
    const ready: unknown = new ReadyAnswer(
      new Outlet(socket.conn),
      json.map((piece) => Buffer.from(piece)),
      attachments,
    );
    answer(ready as never);
  });
  socket.on("session:ping", (_request, answer) => {
    answer(
      new ReadyAnswer(new Outlet(socket.conn), [Buffer.from('{"ok"'), Buffer.from(":true}")], []) as never,
    );
  });
  const reply = await client.timeout(10_000).emitWithAck("session:join", {});
  expect(reply).toEqual({
    held: attachments.map((pieces) => Buffer.concat(pieces)),
    text: "三".repeat(30_000),
  });
  expect(await client.timeout(10_000).emitWithAck("session:ping", {})).toEqual({ ok: true });
  expect(given).toEqual([]);
});

test("behind what Engine.IO holds back everything queues, is counted, and comes in its order", async () => {
  const { client, conn, heard } = await stalled();
  const given = givenToEngine(conn);
  const before = new Outlet(conn).waitingBytes;
  expect(before).toBeGreaterThan(MORE_THAN_KERNELS_TAKE.length);
  const event = readyEvent("third", { text: "问".repeat(1_000) });
  new Outlet(conn).send(event);
  expect(given).toHaveLength(1);
  expect(new Outlet(conn).waitingBytes - before).toBe(Buffer.byteLength(event.message));
  expect(new ReadyAnswer(new Outlet(conn), [Buffer.from("{}")], [[Buffer.from("a")]]).send(7)).toEqual([
    "61-7[{}]",
    Buffer.from("a"),
  ]);
  let left = 0;
  new Outlet(conn).onceLeft(() => {
    left += 1;
  });
  client.resumeReading();
  await waitUntil(() => heard.length === 3, { what: "all three", deadlineMs: 20_000 });
  expect(heard.map((text) => text.slice(2, 7))).toEqual(["first", "secon", "third"]);
  await waitUntil(() => left === 1, { what: "told that it has left" });
});

test("an answer written to the line is told of as left when the client has it, or goes away unread", async () => {
  const { url, next } = await openServer();
  for (const reads of [true, false]) {
    const accepted = next();
    const client = await LightClient.connect(url);
    onTestFinished(() => client.close());
    const { conn } = await accepted;
    if (!reads) client.stopReading();
    const answer = new ReadyAnswer(
      new Outlet(conn),
      [Buffer.from(`"${MORE_THAN_KERNELS_TAKE}"`)],
      [[Buffer.from("a")]],
    );
    expect(answer.send(7)).toEqual([]);
    let left = 0;
    answer.onceLeft(() => {
      left += 1;
    });
    expect(left).toBe(0);
    if (!reads) client.close();
    await waitUntil(() => left === 1, { what: "told that it has left", deadlineMs: 20_000 });
    answer.onceLeft(() => {
      left += 1;
    });
    expect(left).toBe(2);
  }
});

test("who goes away unread is told of as left, once, and nothing is written to a line that closes", async () => {
  const { client, conn } = await stalled();
  let left = 0;
  new Outlet(conn).onceLeft(() => {
    left += 1;
  });
  expect(left).toBe(0);
  client.close();
  await waitUntil(() => left === 1, { what: "told that it has left" });
  const given = givenToEngine(conn);
  const bytes = conn.request.socket.writableLength;
  new Outlet(conn).send(readyEvent("late", {}));
  new Outlet(conn).onceLeft(() => {
    left += 1;
  });
  expect([given, conn.request.socket.writableLength, left]).toEqual([[], bytes, 2]);
});

test("after a closing handshake was begun no event is written into it", async () => {
  const { url, next } = await openServer();
  const accepted = next();
  const client = await LightClient.connect(url);
  onTestFinished(() => client.close());
  const heard: string[] = [];
  client.onEvent = (text) => heard.push(text);
  const closed = new Promise<void>((resolve) => {
    client.onClose = resolve;
  });
  const { conn } = await accepted;
  const { socket: webSocket } = conn.transport as unknown as { socket: { close(): void } };
  new Outlet(conn).send(readyEvent("before", {}));
  webSocket.close();
  const written = conn.request.socket.bytesWritten;
  // What passes the line by is not in its bytes.
  expect(new Outlet(conn).freeLine).toBe(null);
  new Outlet(conn).send(readyEvent("after", {}));
  expect(conn.request.socket.bytesWritten).toBe(written);
  await closed;
  expect(heard).toEqual(['["before",{}]']);
});
