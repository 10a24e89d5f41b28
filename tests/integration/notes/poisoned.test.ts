import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { NOTES_LIMITS } from "../../../server/notes/notes-limits.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { notesCursor } from "../../support/notes/notes-cursor.ts";
import { docOf, type NotesEditor, openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, startNotesServer } from "../../support/notes/notes-server.ts";
import {
  awarenessMessage,
  type NotesSocket,
  openNotesSocket,
  syncMessage,
} from "../../support/notes/notes-socket.ts";
import { paragraphsOfMany, poisonNotes } from "../../support/notes/poisoned-notes.ts";
import { forge, forgeUpdate } from "../../support/notes/update-forge.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** State vectors of so many are above 64 KiB, and their deletions above the 2,000 clients that were the limit once. */
const POISONED_CLIENTS = 12_000;

/** Loses the line and comes back by itself, with all it knows of the document. */
async function comeBack(editor: NotesEditor): Promise<void> {
  const closed = editor.closeCodes.length;
  editor.provider.ws?.close();
  await waitUntil(() => editor.closeCodes.length > closed && !editor.provider.synced, {
    what: "the line lost",
  });
  await waitUntil(() => editor.provider.synced && editor.saved() > 0, {
    what: "back, and what was brought saved",
  });
}

function paragraphUnder(client: number): Uint8Array {
  return forgeUpdate({
    blocks: [{ client, clock: 0, structs: [forge.element("paragraph", { root: "notes" })] }],
  });
}

/** Brings one new client id after the other until closed, or all are saved. */
async function bring(socket: NotesSocket, clients: readonly number[]): Promise<number | "saved"> {
  for (const client of clients) socket.send(syncMessage(2, paragraphUnder(client)));
  await waitUntil(() => socket.saved() === clients.length || socket.closeCode() !== null, {
    what: "an answer",
  });
  return socket.closeCode() ?? "saved";
}

describe("[N10] a document that was poisoned in the past", () => {
  test("opens, is made small, and those who come back to it write on, after a restart too", async () => {
    const directory = await tempDirectory();
    const before = await openSqliteStorage({ directory });
    await poisonNotes(before.notes, NOTES_DOCUMENT, POISONED_CLIENTS);
    const server = await startNotesServer({ store: before.notes });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("first");
    await comeBack(ann);
    ann.write("second");
    const bob = openNotesEditor(server.url, "bob");
    await waitUntil(() => bob.text() === "first\nsecond", { what: "bob reads it" });
    expect(Y.encodeStateVector(ann.doc).length).toBeGreaterThan(64 * 1024);
    expect(server.hub.stats().refused).toEqual({});
    const compacted = await waitUntil(async () => (await before.notes.load(NOTES_DOCUMENT)).snapshot, {
      what: "compacted",
    });
    expect(compacted.length).toBeLessThan(POISONED_CLIENTS * 40);
    await server.close();
    await before.close();

    const after = await openSqliteStorage({ directory });
    const again = await startNotesServer({ store: after.notes });
    const back = openNotesEditor(again.url, "ann", { doc: ann.doc });
    await back.synced();
    back.write("third");
    await comeBack(back);
    const readable = await waitUntil(() => again.stateOf(NOTES_DOCUMENT), { what: "its state" });
    expect(textOf(docOf(readable))).toBe("first\nsecond\nthird");
    expect(again.hub.stats().refused).toEqual({});
    await again.close();
    await after.close();
  });

  test("what all have to repeat may pass the bound of a frame", async () => {
    const server = await startNotesServer({ limits: { frameMaxBytes: 1000 } });
    await poisonNotes(server.store, NOTES_DOCUMENT, 500);
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    await comeBack(ann);
    ann.write("still here");
    await waitUntil(() => ann.saved() === 2, { what: "saved" });
    expect(server.hub.stats().refused).toEqual({});
  });
});

describe("[N10] who brings client ids by the hundred is closed", () => {
  test("over all connections, while others write", async () => {
    const server = await startNotesServer();
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    const many = await openNotesSocket(server.url, "mallory");
    for (let part = 0; part < 21; part++) many.send(syncMessage(2, paragraphsOfMany(100, part * 100)));
    expect(await many.closed()).toBe(CLOSE_CODES.overloaded);
    expect(await bring(await openNotesSocket(server.url, "mallory"), [77])).toBe(CLOSE_CODES.overloaded);
    ann.write("undisturbed");
    await waitUntil(() => ann.saved() === 2, { what: "saved" });
    await comeBack(ann);
    const known = Y.decodeStateVector(Y.encodeStateVector(docOf(await server.stateOf(NOTES_DOCUMENT))));
    expect(known.size).toBeLessThan(2 * NOTES_LIMITS.newClientIdsBurst);
    expect(Object.keys(server.hub.stats().refused)).toEqual(["too_many_client_ids"]);
  });

  test("leaving pays no debt, time does", async () => {
    const limits = { newClientIdsBurst: 3, newClientIdsPerMinute: 0.001, slowReaderCheckMs: 10 };
    const server = await startNotesServer({ limits });
    const first = await openNotesSocket(server.url, "mallory");
    expect(await bring(first, [1, 2, 3])).toBe("saved");
    first.webSocket.close();
    await waitUntil(() => server.hub.stats().documents === 0, { what: "the document at rest" });
    expect(await bring(await openNotesSocket(server.url, "mallory"), [4])).toBe(CLOSE_CODES.overloaded);
    await server.close();

    const patient = await startNotesServer({ limits: { ...limits, newClientIdsPerMinute: 60_000 } });
    for (let client = 10; client < 20; client++) {
      await waitUntil(
        async () => (await bring(await openNotesSocket(patient.url, "ann"), [client])) === "saved",
        { what: `client id ${client} saved` },
      );
    }
  });

  test("what is full again and in nobody's hands is forgotten", async () => {
    const server = await startNotesServer({
      limits: { newClientIdsPerMinute: 600_000, slowReaderCheckMs: 10 },
    });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("here");
    await waitUntil(() => ann.saved() === 2 && server.hub.stats().budgets === 1, { what: "a budget" });
    ann.leave();
    await waitUntil(() => server.hub.stats().budgets === 0, { what: "forgotten" });
  });
});

describe("[N10] what one made of a document locks nobody else out", () => {
  test.each([
    ["bytes", { documentMaxBytes: 20_000 }],
    ["pieces", { documentStructsMax: 60, documentMaxBytes: 1_000_000 }],
  ])("who filled it stops, others write on: %s", async (_name, limits) => {
    const server = await startNotesServer({ limits });
    const mallory = openNotesEditor(server.url, "mallory");
    const ann = openNotesEditor(server.url, "ann");
    await Promise.all([mallory.synced(), ann.synced()]);
    for (let count = 0; count < 40; count++) mallory.write("x".repeat(1000));
    await waitUntil(() => mallory.closeCodes.includes(CLOSE_CODES.tooLarge), { what: "mallory stopped" });
    ann.write("the minutes ".repeat(100));
    await comeBack(ann);
    await waitUntil(async () => textOf(docOf(await server.stateOf(NOTES_DOCUMENT))).includes("the minutes"), {
      what: "stored",
    });
    expect(ann.closeCodes).not.toContain(CLOSE_CODES.tooLarge);
  });

  test("[N3] a client id somebody went by stays his while he is away", async () => {
    const server = await startNotesServer();
    const watcher = openNotesEditor(server.url, "watcher");
    await watcher.synced();
    const seen = () => watcher.provider.awareness.getStates().has(7);
    const ann = await openNotesSocket(server.url, "ann");
    ann.send(awarenessMessage([{ clientId: 7, clock: 1, state: { cursor: notesCursor(1) } }]));
    await waitUntil(seen, { what: "ann is seen" });
    ann.webSocket.close();
    await waitUntil(() => !seen(), { what: "ann is away" });
    const mallory = await openNotesSocket(server.url, "mallory");
    mallory.send(syncMessage(2, paragraphUnder(7)));
    expect(await mallory.closed()).toBe(CLOSE_CODES.noRight);
    expect(await bring(await openNotesSocket(server.url, "ann"), [7])).toBe("saved");
  });

  test("[N9] when all connections are taken, who has none still gets one", async () => {
    const server = await startNotesServer({ limits: { connectionsPerDocument: 3 } });
    for (let count = 0; count < 3; count++) await openNotesSocket(server.url, "mallory");
    expect(await (await openNotesSocket(server.url, "mallory")).closed()).toBe(CLOSE_CODES.overloaded);
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    // Clients repeat who is there, so that many may be named.
    const { awarenessEntriesMax, connectionsPerDocument } = NOTES_LIMITS;
    expect(awarenessEntriesMax).toBeGreaterThan(2 * (connectionsPerDocument + LIMITS.peopleMax));
  });

  test("a state vector that names more than any copy of the document is refused", async () => {
    const server = await startNotesServer({
      limits: { stateVectorSpareClients: 10 },
      store: openMemoryStorage().notes,
    });
    const vector = (clients: number) =>
      Y.encodeStateVector(new Map(Array.from({ length: clients }, (_, index) => [index + 1, 1])));
    const ann = await openNotesSocket(server.url, "ann");
    ann.send(syncMessage(0, vector(10)));
    await waitUntil(() => ann.answers().length === 1, { what: "answered" });
    ann.send(syncMessage(0, vector(11)));
    expect(await ann.closed()).toBe(CLOSE_CODES.contentRefused);
  });
});
