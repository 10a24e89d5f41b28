import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { NotesConnection } from "../../../client/features/notes/notes-connection.ts";
import { type CopyStorage, UnsavedCopy } from "../../../client/features/notes/unsaved-copy.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { memoryLocalStorage } from "../../support/memory-local-storage.ts";
import { docOf, textOf } from "../../support/notes/notes-editor.ts";
import {
  NOTES_DOCUMENT,
  NOTES_ROOM,
  NOTES_SESSION,
  type NotesServer,
  startNotesServer,
} from "../../support/notes/notes-server.ts";
import { copyOfFolder } from "../../support/storage/restored-copy.ts";
import { openForTest } from "../../support/storage/storage-adapters.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

const sqlite = {
  name: "sqlite",
  durable: true,
  open: (directory: string) => openSqliteStorage({ directory }),
};

async function serverOn(directory: string, port = 0): Promise<NotesServer & { readonly port: number }> {
  const storage = await openForTest(sqlite, directory);
  const parts = { store: storage.notes, versionStore: storage.notesVersions, port };
  const server = await startNotesServer(parts);
  const close = () => server.close().then(() => storage.close());
  return { ...server, close, port: Number(new URL(server.url).port) };
}

interface Browser {
  readonly notes: NotesConnection;
  /** What it set aside when it was told that the notes are of another life. */
  readonly aside: string[];
}

function open(url: string, storage: CopyStorage): Browser {
  const aside: string[] = [];
  const owner = { sessionId: NOTES_SESSION, roomId: NOTES_ROOM, actorId: "wang" };
  const notes = new NotesConnection({
    url,
    documentName: NOTES_DOCUMENT,
    token: "wang",
    makeCopy: (documentKey) => new UnsavedCopy(storage, owner, documentKey),
    Socket: WebSocket as unknown as typeof globalThis.WebSocket,
    maxBackoffMs: 100,
    onSetAside: (text) => aside.push(text),
  });
  onTestFinished(() => notes.dispose());
  notes.connect();
  return { notes, aside };
}

function write({ notes }: Browser, text: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  notes.fragment.push([paragraph]);
}

const synced = ({ notes }: Browser) =>
  waitUntil(() => notes.snapshot().link.state === "synced", { what: "in sync", deadlineMs: 10_000 });
const saved = ({ notes }: Browser) =>
  waitUntil(() => !notes.snapshot().unsaved, { what: "saved", deadlineMs: 10_000 });
const cutOff = ({ notes }: Browser) =>
  waitUntil(() => notes.snapshot().link.state === "offline", { what: "cut off" });
const ended = ({ notes }: Browser) =>
  waitUntil(() => notes.snapshot().link.state === "ended", { what: "ended", deadlineMs: 10_000 });

async function textOn(server: NotesServer): Promise<string> {
  return textOf(docOf(await server.stateOf(NOTES_DOCUMENT)));
}

/** A browser that has the notes open while they are put back to what they were before `after`. */
async function openWhileRestored(after: (browser: Browser) => void) {
  const directory = await tempDirectory();
  const storage = memoryLocalStorage();
  let server = await serverOn(directory);
  const { port } = server;
  const browser = open(server.url, storage);
  await synced(browser);
  write(browser, "备份里有的");
  await saved(browser);
  await server.close();
  const backup = await copyOfFolder(directory);
  await cutOff(browser);
  server = await serverOn(directory, port);
  await synced(browser);
  after(browser);
  await saved(browser);
  await server.close();
  await cutOff(browser);
  return { browser, storage, url: server.url, restore: () => serverOn(backup, port) };
}

describe("[N17] a browser that comes back to a backup", () => {
  test("begins anew; what it has is set aside and not merged", async () => {
    const { browser, storage, url, restore } = await openWhileRestored((one) => write(one, "备份以后的"));
    write(browser, "还没有保存的");
    const restored = await restore();
    await ended(browser);
    expect(browser.notes.snapshot().link).toEqual({ state: "ended", why: "anotherLife" });
    expect(browser.aside).toEqual(["备份里有的\n备份以后的\n还没有保存的"]);
    browser.notes.dispose();
    expect(storage.length).toBe(0);
    const anew = open(url, storage);
    await synced(anew);
    expect([await textOn(restored), textOf(anew.notes.doc)]).toEqual(["备份里有的", "备份里有的"]);
    write(anew, "接着写");
    await saved(anew);
    expect(await textOn(restored)).toBe("备份里有的\n接着写");
  });

  test("deletes nothing again", async () => {
    const { browser, restore } = await openWhileRestored(({ notes }) => notes.fragment.delete(0, 1));
    const restored = await restore();
    await ended(browser);
    expect(browser.aside).toEqual([""]);
    expect(await textOn(restored)).toBe("备份里有的");
  });

  test("also when it was closed meanwhile with words unsaved", async () => {
    const { browser, storage, url, restore } = await openWhileRestored((one) => write(one, "备份以后的"));
    write(browser, "还没有保存的");
    browser.notes.dispose();
    expect(storage.length).toBe(1);
    const restored = await restore();
    const again = open(url, storage);
    await ended(again);
    expect(again.aside).toEqual(["还没有保存的"]);
    again.notes.dispose();
    expect(storage.length).toBe(0);
    expect(await textOn(restored)).toBe("备份里有的");
  });

  test("loses and sets aside nothing where the server only started again, or was killed", async () => {
    const storage = memoryLocalStorage();
    let folder = await tempDirectory();
    let server = await serverOn(folder);
    const { port, url } = server;
    let browser = open(url, storage);
    await synced(browser);
    const words: string[] = [];
    for (let start = 0; start < 3; start++) {
      for (const word of [`写 ${start}`, `又写 ${start}`]) {
        write(browser, word);
        words.push(word);
      }
      await saved(browser);
      // What lies on the disk while the server runs is what a kill leaves.
      if (start === 1) folder = await copyOfFolder(folder);
      await server.close();
      await cutOff(browser);
      write(browser, `离线 ${start}`);
      words.push(`离线 ${start}`);
      if (start === 2) {
        browser.notes.dispose();
        browser = open(url, storage);
      }
      server = await serverOn(folder, port);
      await synced(browser);
      await saved(browser);
      expect(await textOn(server)).toBe(words.join("\n"));
      expect(browser.aside).toEqual([]);
    }
  });
});
