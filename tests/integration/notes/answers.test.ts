import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { docOf, openNotesEditor } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, type NotesServer, startNotesServer } from "../../support/notes/notes-server.ts";
import { type NotesSocket, openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { forge, forgeUpdate } from "../../support/notes/update-forge.ts";
import { waitUntil } from "../../support/wait-until.ts";

const NOTHING_HELD = Uint8Array.of(0);
/** More than the two kernels between the ends of a line take in. */
const TEXT_CHARS = 12 * 1024 * 1024;
const SOCKETS = 8;

function textOf(chars: number): Uint8Array {
  return forgeUpdate({
    blocks: [
      {
        client: 5,
        clock: 0,
        structs: [
          forge.element("paragraph", { root: "notes" }),
          forge.type(6, { parent: [5, 0] }),
          forge.text("x".repeat(chars), { parent: [5, 1] }),
        ],
      },
    ],
  });
}

/** A server with a document that no socket takes in at once. */
async function startWithLongNotes(): Promise<NotesServer> {
  const server = await startNotesServer({
    limits: { outboundHardMaxBytes: 4 * TEXT_CHARS, slowReaderMs: 60_000 },
  });
  const row = { documentName: NOTES_DOCUMENT, seq: 1, actor: "ann", clientIds: [5], at: 0 };
  await server.store.append([{ ...row, bytes: textOf(TEXT_CHARS) }]);
  return server;
}

/** Asks, and waits until the server has heard it: a reading socket hears a pong, one that reads nothing another's. */
async function ask(socket: NotesSocket): Promise<void> {
  let isHeard = false;
  socket.webSocket.once("pong", () => {
    isHeard = true;
  });
  socket.send(syncMessage(0, NOTHING_HELD));
  socket.webSocket.ping();
  await waitUntil(() => isHeard || socket.closeCode() !== null, { what: "heard" });
}

describe("[N12] what is sent again is paid by its bytes", () => {
  test("known text over and over closes its sender, on every connection, and nobody else", async () => {
    const server = await startNotesServer({ limits: { readBytesBurst: 20_000, readBytesPerSecond: 0.001 } });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    const one = await openNotesSocket(server.url, "mallory");
    for (let count = 0; count < 3; count++) one.send(syncMessage(2, textOf(9000)));
    await waitUntil(() => one.saved() === 3, { what: "three times" });
    const two = await openNotesSocket(server.url, "mallory");
    two.send(syncMessage(2, textOf(9000)));
    expect(await two.closed()).toBe(CLOSE_CODES.overloaded);
    expect(server.hub.stats().refused).toEqual({ too_many_bytes: 1 });
    ann.write("undisturbed");
    await waitUntil(() => ann.saved() === 2, { what: "saved" });
  });

  test("with time it comes back", async () => {
    const server = await startNotesServer({ limits: { readBytesBurst: 9000, readBytesPerSecond: 200_000 } });
    for (let count = 0; count < 5; count++) {
      await waitUntil(
        async () => {
          const socket = await openNotesSocket(server.url, "ann");
          socket.send(syncMessage(2, textOf(9000)));
          await waitUntil(() => socket.saved() === 1 || socket.closeCode() !== null, { what: "an answer" });
          return socket.saved() === 1;
        },
        { what: "taken" },
      );
    }
  });
});

describe("[N12] one answer to an actor is under way", () => {
  test("what waits for one who does not read is one document, however many sockets ask", async () => {
    const server = await startWithLongNotes();
    const [first, ...others] = await Promise.all(
      Array.from({ length: SOCKETS }, () => openNotesSocket(server.url, "mallory")),
    );
    if (first === undefined) throw new Error("no socket");
    first.webSocket.pause();
    first.send(syncMessage(0, NOTHING_HELD));
    await waitUntil(() => server.hub.stats().unsentBytes > 0, { what: "an answer waits" });
    for (const socket of others) await ask(socket);
    expect(server.hub.stats().unsentBytes).toBeLessThan(TEXT_CHARS + 64 * 1024);
    expect(others.map((socket) => socket.answers().length)).toEqual(others.map(() => 0));

    // Somebody else is answered meanwhile.
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();

    first.webSocket.resume();
    for (const socket of [first, ...others]) {
      await waitUntil(() => socket.answers().length === 1, { deadlineMs: 20_000, what: "answered in turn" });
      socket.received.length = 0;
    }
    expect(server.hub.stats().refused).toEqual({});
  }, 60_000);

  test("who asks again while an answer waits for its turn comes again", async () => {
    const server = await startWithLongNotes();
    const [first, second] = [
      await openNotesSocket(server.url, "mallory"),
      await openNotesSocket(server.url, "mallory"),
    ];
    first.webSocket.pause();
    first.send(syncMessage(0, NOTHING_HELD));
    await waitUntil(() => server.hub.stats().unsentBytes > 0, { what: "an answer waits" });
    await ask(second);
    second.send(syncMessage(0, NOTHING_HELD));
    expect(await second.closed()).toBe(CLOSE_CODES.overloaded);
    expect(server.hub.stats().refused).toEqual({ answer_under_way: 1 });
  });

  test("an answer goes with its connection, and the next has its turn", async () => {
    const server = await startWithLongNotes();
    const [first, second] = [
      await openNotesSocket(server.url, "mallory"),
      await openNotesSocket(server.url, "mallory"),
    ];
    first.webSocket.pause();
    first.send(syncMessage(0, NOTHING_HELD));
    await waitUntil(() => server.hub.stats().unsentBytes > 0, { what: "an answer waits" });
    await ask(second);
    expect(second.answers().length).toBe(0);
    first.webSocket.terminate();
    const [answer] = await waitUntil(() => (second.answers().length > 0 ? second.answers() : null), {
      deadlineMs: 20_000,
      what: "answered",
    });
    expect(Y.encodeStateVector(docOf(answer ?? Uint8Array.of(0, 0)))).toEqual(
      Y.encodeStateVector(docOf(await server.stateOf(NOTES_DOCUMENT))),
    );
  });
});
