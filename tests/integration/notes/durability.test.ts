import { once } from "node:events";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { NOTES_LIMITS } from "../../../server/notes/notes-limits.ts";
import { StorageError } from "../../../server/ports/storage-error.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { controlledNotesStore } from "../../support/notes/controlled-notes-store.ts";
import { docOf, openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import {
  NOTES_DOCUMENT,
  type NotesServer,
  notesOfRoom,
  startNotesServer,
} from "../../support/notes/notes-server.ts";
import { openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { waitUntil } from "../../support/wait-until.ts";

function controlled() {
  return controlledNotesStore(openMemoryStorage().notes);
}

/** A latch to hold the store back with. */
function latch(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

async function storedText(server: NotesServer): Promise<string> {
  return textOf(docOf(await server.stateOf(NOTES_DOCUMENT)));
}

/** Types a digit, says goodbye at once, and is back before or after the server has noticed. */
async function comeAndGo(server: NotesServer, documentName: string, cycles: number): Promise<void> {
  const doc = new Y.Doc();
  const text = new Y.XmlText();
  doc.getXmlFragment("notes").insert(0, [text]);
  let stateVector = Y.encodeStateVector(new Y.Doc());
  for (let cycle = 0; cycle < cycles; cycle++) {
    text.insert(text.length, String(cycle % 10));
    const socket = await openNotesSocket(server.url, "ann", documentName);
    socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc, stateVector)));
    stateVector = Y.encodeStateVector(doc);
    socket.webSocket.close();
    if (cycle % 2 === 0) await socket.closed();
  }
}

describe("[N2] on disk before anyone hears of it", () => {
  test("neither acknowledgement nor broadcast nor a joiner's answer runs ahead of the append", async () => {
    const store = controlled();
    const server = await startNotesServer({ store });
    const ann = openNotesEditor(server.url, "ann");
    const bob = openNotesEditor(server.url, "bob");
    await Promise.all([ann.synced(), bob.synced()]);
    await waitUntil(() => ann.saved() === 1, { what: "ann's first answer counted" });
    const disk = latch();
    const appending = latch();
    store.beforeAppend = () => {
      appending.open();
      return disk.opened;
    };
    ann.write("not yet");
    await appending.opened;
    const carol = await openNotesSocket(server.url, "carol");
    carol.send(syncMessage(0, Uint8Array.of(0)));
    // A pong after the request shows that the server has had every chance to answer it.
    carol.webSocket.ping();
    await once(carol.webSocket, "pong");
    const repeat = await openNotesSocket(server.url, "ann");
    repeat.send(syncMessage(1, Y.encodeStateAsUpdate(ann.doc)));
    repeat.webSocket.ping();
    await once(repeat.webSocket, "pong");
    expect(bob.text()).toBe("");
    expect(ann.saved()).toBe(1);
    expect(repeat.saved()).toBe(0);
    expect(carol.received.some((message) => message[0] === 0 && message[1] === 1)).toBe(false);
    disk.open();
    await waitUntil(() => bob.text() === "not yet" && ann.saved() === 2, { what: "told" });
    await waitUntil(() => carol.received.some((message) => message[1] === 1 && message.length > 20), {
      what: "answer",
    });
    await waitUntil(() => repeat.saved() === 1, { what: "the repeat is saved with what it repeats" });
    expect(store.appended).toHaveLength(1);
  });

  test("of several who share an append each is told of his own updates only", async () => {
    const server = await startNotesServer({ limits: { commitDelayMs: 200 } });
    const ann = await openNotesSocket(server.url, "ann");
    const bob = await openNotesSocket(server.url, "bob");
    for (let sent = 0; sent < 3; sent += 1) bob.send(syncMessage(1, Uint8Array.of(0, 0)));
    await waitUntil(() => bob.saved() === 3, { what: "bob's first three counted" });
    const paragraph = () => {
      const doc = new Y.Doc();
      doc.getXmlFragment("notes").insert(0, [new Y.XmlElement("paragraph")]);
      return syncMessage(2, Y.encodeStateAsUpdate(doc));
    };
    ann.send(paragraph());
    bob.send(paragraph());
    await waitUntil(() => ann.saved() > 0 && bob.saved() > 3, { what: "both told" });
    expect([ann.saved(), bob.saved()]).toEqual([1, 4]);
    expect(server.hub.stats().commits).toBe(1);
  });

  test("a failed append is heard by nobody; the writer comes again and loses nothing, readers keep their socket", async () => {
    const store = controlled();
    const server = await startNotesServer({ store, limits: { storeRetryMs: 100 } });
    const ann = openNotesEditor(server.url, "ann");
    const bob = openNotesEditor(server.url, "bob");
    await Promise.all([ann.synced(), bob.synced()]);
    store.failAppends = true;
    ann.write("kept");
    await waitUntil(() => ann.closeCodes.includes(CLOSE_CODES.overloaded), { what: "ann is sent away" });
    expect(bob.text()).toBe("");
    expect(await storedText(server)).toBe("");
    expect(bob.closeCodes).toEqual([]);
    store.failAppends = false;
    await waitUntil(() => bob.text() === "kept", { what: "bob reads it after all" });
    await waitUntil(() => ann.saved() > 0, { what: "ann's text is saved" });
    expect(await storedText(server)).toBe("kept");
  });

  test("what was staged behind a failing append falls with it", async () => {
    const store = controlled();
    const server = await startNotesServer({ store, limits: { storeRetryMs: 50 } });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    const disk = latch();
    const appending = latch();
    store.beforeAppend = async () => {
      store.beforeAppend = async () => undefined;
      appending.open();
      await disk.opened;
      throw new StorageError("the disk is full", { retryable: true });
    };
    ann.write("one");
    await appending.opened;
    ann.type(" two");
    await waitUntil(() => server.hub.stats().staged === 2, { what: "the second is staged" });
    disk.open();
    await waitUntil(() => ann.closeCodes.length > 0, { what: "ann is sent away" });
    await waitUntil(() => ann.saved() > 0, { what: "saved at last" });
    expect(store.appended.map(({ seq }) => seq)).toEqual([1]);
    expect(await storedText(server)).toBe("one two");
  });

  test("who waits for the document while an append fails gets what is on disk, who has not told his own comes again", async () => {
    const store = controlled();
    const server = await startNotesServer({ store });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("on disk");
    await waitUntil(() => ann.saved() === 2, { what: "saved" });
    const [asking, untold] = [
      await openNotesSocket(server.url, "carol"),
      await openNotesSocket(server.url, "dave"),
    ];
    asking.send(syncMessage(1, Uint8Array.of(0, 0)));
    await waitUntil(() => asking.saved() === 1, { what: "carol has told her own" });
    const disk = latch();
    const appending = latch();
    store.beforeAppend = async () => {
      appending.open();
      await disk.opened;
    };
    store.failAppends = true;
    ann.write("lost");
    await appending.opened;
    asking.send(syncMessage(0, Uint8Array.of(0)));
    asking.webSocket.ping();
    await once(asking.webSocket, "pong");
    const minutes = server.stateOf(NOTES_DOCUMENT);
    disk.open();
    expect(textOf(docOf(await minutes))).toBe("on disk");
    expect(await untold.closed()).toBe(CLOSE_CODES.overloaded);
    const answer = await waitUntil(() => asking.answers()[0], { what: "the answer" });
    expect(textOf(docOf(answer))).toBe("on disk");
    expect(asking.closeCode()).toBeNull();
  });

  test("[N4] the saved count passes over an early gap only once the state answer that carries it is on disk", async () => {
    const server = await startNotesServer();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    const text = new Y.XmlText("a");
    doc.getXmlFragment("notes").insert(0, [text]);
    text.insert(1, "b");
    const [, second] = updates;
    if (second === undefined) throw new Error("two updates expected");
    const socket = await openNotesSocket(server.url, "ann");
    socket.send(syncMessage(2, second));
    socket.send(Uint8Array.of(3));
    await waitUntil(() => socket.received.length > 0, { what: "greeted" });
    expect(socket.saved()).toBe(0);
    expect(socket.closeCode()).toBeNull();
    const other = new Y.Doc();
    other.getXmlFragment("notes").insert(0, [new Y.XmlText("c")]);
    socket.send(syncMessage(2, Y.encodeStateAsUpdate(other)));
    await waitUntil(() => server.hub.stats().commits === 1, { what: "the next update stored" });
    socket.webSocket.ping();
    await once(socket.webSocket, "pong");
    expect(socket.saved()).toBe(0);
    socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    await waitUntil(() => socket.saved() === 3, { what: "all saved" });
    expect([...(await storedText(server))].sort().join("").trim()).toBe("abc");
  });

  test("[N4] a gap after the state answer closes the socket to sync anew", async () => {
    const server = await startNotesServer();
    const socket = await openNotesSocket(server.url, "ann");
    socket.send(syncMessage(1, Uint8Array.of(0, 0)));
    const doc = new Y.Doc();
    const text = new Y.XmlText("a");
    doc.getXmlFragment("notes").insert(0, [text]);
    const before = Y.encodeStateVector(doc);
    text.insert(1, "b");
    socket.send(syncMessage(2, Y.encodeStateAsUpdate(doc, before)));
    expect(await socket.closed()).toBe(1012);
  });
});

describe("the document's life", () => {
  test("messages wait for a slow load, within bounds", async () => {
    const store = controlled();
    const gate = latch();
    store.beforeLoad = () => gate.opened;
    const server = await startNotesServer({ store, limits: { heldFramesMax: 8 } });
    const ann = openNotesEditor(server.url, "ann");
    await waitUntil(() => ann.provider.wsconnected, { what: "connected" });
    ann.write("early");
    const flood = await openNotesSocket(server.url, "flood");
    for (let sent = 0; sent < 20; sent++) flood.send(syncMessage(1, Uint8Array.of(0, 0)));
    expect(await flood.closed()).toBe(CLOSE_CODES.overloaded);
    gate.open();
    await waitUntil(() => ann.saved() > 0, { what: "saved" });
    expect(await storedText(server)).toBe("early");
  });

  test("a failed load closes the sockets and never serves an empty document", async () => {
    const store = controlled();
    const server = await startNotesServer({ store });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("there");
    await waitUntil(() => ann.saved() > 1, { what: "saved" });
    ann.leave();
    await waitUntil(() => server.hub.stats().documents === 0, { what: "unloaded" });
    store.failLoads = true;
    const bob = await openNotesSocket(server.url, "bob");
    expect(await bob.closed()).toBe(CLOSE_CODES.overloaded);
    expect(bob.received).toEqual([]);
    await expect(server.stateOf(NOTES_DOCUMENT)).rejects.toThrow();
    store.failLoads = false;
    expect(await storedText(server)).toBe("there");
    expect(server.hub.stats().documents).toBe(0);
  });

  test("[N7] 1,000 times the last one leaves and comes back over a slow store: no character is lost", async () => {
    const store = controlled();
    const delays = [0, 3, 1, 8, 0, 2, 0];
    let calls = 0;
    const delay = () => {
      calls += 1;
      const delayMs = calls % 100 === 0 ? 200 : (delays[calls % delays.length] ?? 0);
      return new Promise<void>((resume) => {
        setTimeout(resume, delayMs);
      });
    };
    store.beforeAppend = delay;
    store.beforeLoad = delay;
    const server = await startNotesServer({ store });
    await Promise.all(Array.from({ length: 10 }, (_, room) => comeAndGo(server, notesOfRoom(room), 100)));
    for (let room = 0; room < 10; room++) {
      const text = async () => textOf(docOf(await server.stateOf(notesOfRoom(room))));
      await waitUntil(async () => (await text()).length === 100, { what: `all of room ${room} there` });
      expect(await text()).toBe("0123456789".repeat(10));
    }
    await waitUntil(() => server.hub.stats().documents === 0, { what: "at rest" });
  }, 180_000);

  test("closing stores what was taken, then says restart", async () => {
    const store = controlled();
    const server = await startNotesServer({ store, limits: { commitDelayMs: 200 } });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("last words");
    await waitUntil(() => server.hub.stats().staged > 0, { what: "staged" });
    ann.provider.shouldReconnect = () => false;
    await server.close();
    expect(store.appended).toHaveLength(1);
    await waitUntil(() => ann.closeCodes.at(-1) === 1012, { what: "told" });
  });

  test("many updates are folded into a snapshot off the main thread, and nothing is lost", async () => {
    const server = await startNotesServer({ limits: { compactAfterUpdates: 50, updatesBurst: 1000 } });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    for (let letter = 0; letter < 120; letter++) ann.type("字");
    await waitUntil(() => server.hub.stats().compactions > 0, { deadlineMs: 15_000, what: "compacted" });
    await waitUntil(() => ann.saved() === 121, { what: "saved" });
    const stored = await server.store.load(NOTES_DOCUMENT);
    expect(stored.snapshot).not.toBeNull();
    expect(stored.updates.length).toBeLessThan(120);
    expect(stored.seq).toBe(120);
    ann.leave();
    await waitUntil(() => server.hub.stats().documents === 0, { what: "unloaded" });
    expect(await storedText(server)).toBe("字".repeat(120));
  });

  test("a full document is told so once and for all", async () => {
    const server = await startNotesServer({ limits: { documentMaxBytes: 2000 } });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("x".repeat(1500));
    await waitUntil(() => ann.saved() === 2, { what: "saved" });
    ann.write("y".repeat(1500));
    await waitUntil(() => ann.closeCodes.includes(CLOSE_CODES.tooLarge), { what: "told" });
    expect((await storedText(server)).length).toBe(1500);
    expect(NOTES_LIMITS.documentMaxBytes).toBe(5 * 1024 * 1024);
  });
});
