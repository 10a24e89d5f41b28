import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { NotesConnection } from "../../../client/features/notes/notes-connection.ts";
import { readSentFrame } from "../../../client/features/notes/notes-frames.ts";
import { type CopyStorage, UnsavedCopy } from "../../../client/features/notes/unsaved-copy.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { memoryLocalStorage } from "../../support/memory-local-storage.ts";
import { controlledNotesStore } from "../../support/notes/controlled-notes-store.ts";
import { openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import {
  NOTES_DOCUMENT,
  NOTES_ROOM,
  NOTES_SESSION,
  startNotesServer,
} from "../../support/notes/notes-server.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** The notes as `actor` has them open in a browser, which keeps what is unsaved in `storage`. */
function openNotes(
  url: string,
  actor: string,
  storage: CopyStorage = memoryLocalStorage(),
  onSetAside: (text: string) => void = () => undefined,
): NotesConnection {
  const owner = { sessionId: NOTES_SESSION, roomId: NOTES_ROOM, actorId: actor };
  const notes = new NotesConnection({
    url,
    documentName: NOTES_DOCUMENT,
    token: actor,
    makeCopy: (documentKey) => new UnsavedCopy(storage, owner, documentKey),
    Socket: WebSocket as unknown as typeof globalThis.WebSocket,
    maxBackoffMs: 200,
    onSetAside,
  });
  onTestFinished(() => notes.dispose());
  return notes;
}

function write(notes: NotesConnection, text: string): void {
  notes.doc.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    notes.fragment.insert(notes.fragment.length, [paragraph]);
  });
}

async function synced(notes: NotesConnection): Promise<void> {
  notes.connect();
  await waitUntil(() => notes.snapshot().link.state === "synced", { what: "notes in sync" });
}

const saved = (notes: NotesConnection) => waitUntil(() => !notes.snapshot().unsaved, { what: "notes saved" });

test("an edit is unsaved until the disk has it, however long the disk takes", async () => {
  const store = controlledNotesStore(openMemoryStorage().notes);
  const server = await startNotesServer({ store });
  const notes = openNotes(server.url, "wang");
  await synced(notes);
  let letThrough: (() => void) | undefined;
  store.beforeAppend = () =>
    new Promise((resolve) => {
      letThrough = resolve;
    });
  write(notes, "二审由省级专家组负责");
  const release = await waitUntil(() => letThrough, { what: "the update at the disk" });
  expect(notes.snapshot().unsaved).toBe(true);
  expect(store.appended).toHaveLength(0);
  release();
  await saved(notes);
  expect(store.appended).toHaveLength(1);
});

test("text written offline is saved after the connection comes", async () => {
  const server = await startNotesServer();
  const notes = openNotes(server.url, "wang");
  write(notes, "断线时写的");
  expect(notes.snapshot().unsaved).toBe(true);
  await synced(notes);
  await saved(notes);
  const state = new Y.Doc();
  Y.applyUpdate(state, await server.stateOf(NOTES_DOCUMENT));
  expect(textOf(state)).toBe("断线时写的");
});

test("text the server never got survives the closing of the page and goes in at the next opening", async () => {
  const storage = memoryLocalStorage();
  const server = await startNotesServer();
  const first = openNotes(server.url, "wang", storage);
  await synced(first);
  write(first, "已经保存的");
  await saved(first);
  first.provider.disconnect();
  write(first, "没有保存的");
  first.dispose();

  const second = openNotes(server.url, "wang", storage);
  expect(second.snapshot().unsaved).toBe(true);
  await synced(second);
  await saved(second);
  expect(textOf(second.doc)).toBe("已经保存的\n没有保存的");
  expect(storage.length).toBe(0);
});

test("a store that fails keeps the text unsaved, and saved it is once the store is back", async () => {
  const store = controlledNotesStore(openMemoryStorage().notes);
  const server = await startNotesServer({ store });
  const notes = openNotes(server.url, "wang");
  await synced(notes);
  store.failAppends = true;
  write(notes, "磁盘满了");
  await waitUntil(() => notes.snapshot().link.state === "offline", { what: "the connection given up" });
  expect(notes.snapshot().unsaved).toBe(true);
  store.failAppends = false;
  await waitUntil(() => !notes.snapshot().unsaved, {
    deadlineMs: 20_000,
    what: "saved after the store is back",
  });
  expect(store.appended.length).toBeGreaterThan(0);
}, 30_000);

test("while a word is composed others' text waits, and the word reaches them whole", async () => {
  const server = await startNotesServer();
  const notes = openNotes(server.url, "wang");
  const other = openNotesEditor(server.url, "li");
  await synced(notes);
  await other.synced();
  const seenByOther: string[] = [];
  other.doc.on("update", () => seenByOther.push(other.text()));

  let updatesCome = 0;
  notes.provider.ws?.addEventListener("message", ({ data }) => {
    if (readSentFrame(new Uint8Array(data as ArrayBuffer)).kind === "update") updatesCome += 1;
  });

  notes.gate.begin();
  write(notes, "zhuan");
  other.write("别人写的");
  await waitUntil(() => updatesCome > 0, { what: "the other's text at the door" });
  expect(textOf(notes.doc)).toBe("zhuan");
  const paragraph = notes.fragment.get(0);
  const word = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(word instanceof Y.XmlText)) throw new Error("no paragraph");
  notes.doc.transact(() => {
    word.delete(0, word.length);
    word.insert(0, "专项债");
  });
  notes.gate.end();

  await waitUntil(() => other.text().includes("专项债"), { what: "the word at the other" });
  await waitUntil(() => textOf(notes.doc).includes("别人写的"), { what: "the other's text here" });
  expect(seenByOther.some((text) => text.includes("zhuan"))).toBe(false);
  await saved(notes);
});

test("a final close says why and is not tried again; what was written stays here", async () => {
  const storage = memoryLocalStorage();
  const server = await startNotesServer();
  server.rights.set("wang", "none");
  const notes = openNotes(server.url, "wang", storage);
  write(notes, "没有权限时写的");
  notes.connect();
  await waitUntil(() => notes.snapshot().link.state === "ended", { what: "the final close" });
  expect(notes.snapshot().link).toEqual({ state: "ended", why: "noRight" });
  expect(notes.provider.shouldConnect).toBe(false);
  notes.dispose();
  expect(storage.length).toBe(1);
});

test("a reader's late text is kept here and not called saved", async () => {
  const storage = memoryLocalStorage();
  const server = await startNotesServer();
  server.rights.set("wang", "read");
  const notes = openNotes(server.url, "wang", storage);
  write(notes, "房间关闭后才发出的");
  await synced(notes);
  const writer = openNotesEditor(server.url, "li");
  await writer.synced();
  writer.write("后来的");
  await waitUntil(() => textOf(notes.doc).includes("后来的"), { what: "a later text here" });
  expect(notes.snapshot().unsaved).toBe(true);
  expect(writer.text()).toBe("后来的");
});

test("[N17] [N23] what is refused for good is set aside with what was written after it, and stops nobody", async () => {
  const server = await startNotesServer();
  const storage = memoryLocalStorage();
  const aside: string[] = [];
  const notes = openNotes(server.url, "wang", storage, (text) => aside.push(text));
  await synced(notes);
  write(notes, "之前写的");
  await saved(notes);
  notes.provider.disconnect();
  let inner: Y.XmlFragment = notes.fragment;
  notes.doc.transact(() => {
    for (let depth = 0; depth < 40; depth += 1) {
      const quote = new Y.XmlElement("blockquote");
      inner.insert(0, [quote]);
      inner = quote;
    }
  });
  write(notes, "之后写的");
  notes.connect();
  await waitUntil(() => aside.length > 0, { what: "the text is set aside" });
  expect(aside.join()).toContain("之后写的");
  const again = openNotes(server.url, "wang", storage);
  await synced(again);
  write(again, "接着写");
  await saved(again);
  expect(textOf(again.doc)).toBe("之前写的\n接着写");
});
