import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { CLOSE_CODES, NOTES_LIFE_MESSAGE } from "../../../shared/protocol/notes.ts";
import { readKnownLives, writeKnownLives } from "../../../shared/protocol/notes-lives.ts";
import { docOf, openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, type NotesServer, startNotesServer } from "../../support/notes/notes-server.ts";
import { type NotesSocket, openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { copyOfFolder } from "../../support/storage/restored-copy.ts";
import { openForTest } from "../../support/storage/storage-adapters.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

const sqlite = {
  name: "sqlite",
  durable: true,
  open: (directory: string) => openSqliteStorage({ directory }),
};

async function serverOn(directory: string, limits: object = {}): Promise<NotesServer> {
  const storage = await openForTest(sqlite, directory);
  const server = await startNotesServer({
    store: storage.notes,
    versionStore: storage.notesVersions,
    limits,
  });
  return { ...server, close: () => server.close().then(() => storage.close()) };
}

interface Told {
  readonly lifeId: string;
  readonly seq: number;
}

/** What a socket was told of lives: the last life named, the highest seq. */
function told(socket: NotesSocket): Told {
  let lifeId = "";
  let seq = 0;
  for (const message of socket.received) {
    if (message[0] !== NOTES_LIFE_MESSAGE) continue;
    const decoder = decoding.createDecoder(message);
    decoding.readVarUint(decoder);
    lifeId = decoding.readVarString(decoder) || lifeId;
    seq = Math.max(seq, decoding.readVarUint(decoder));
  }
  return { lifeId, seq };
}

/** A socket that says which lives it holds something of, `""` for none. */
function openSocket(server: NotesServer, actor: string, lives: string): Promise<NotesSocket> {
  return openNotesSocket(server.url, `${actor}&lives=${lives}`);
}

async function textOn(server: NotesServer): Promise<string> {
  return textOf(docOf(await server.stateOf(NOTES_DOCUMENT)));
}

/** The update that adds a paragraph to a document. */
function paragraph(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment("notes").push([element]);
  return Y.encodeStateAsUpdate(doc, before);
}

/** Somebody who writes and holds what the server told, until the folder is put back to what it was at `backup`. */
async function restoredUnder(after: (doc: Y.Doc) => Uint8Array[]) {
  const directory = await tempDirectory();
  const first = await serverOn(directory);
  const doc = new Y.Doc();
  const writer = await openSocket(first, "ann", "");
  writer.send(syncMessage(1, paragraph(doc, "备份里有的话")));
  await waitUntil(() => writer.saved() === 1, { what: "saved" });
  await first.close();
  const backup = await copyOfFolder(directory);
  const second = await serverOn(directory);
  const again = await openSocket(second, "ann", writeKnownLives([told(writer)]));
  again.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
  await waitUntil(() => again.saved() === 1, { what: "resumed" });
  let sent = 1;
  for (const update of after(doc)) {
    again.send(syncMessage(2, update));
    sent += 1;
    await waitUntil(() => again.saved() === sent, { what: "saved on" });
  }
  await second.close();
  return { doc, before: told(writer), known: told(again), restored: await serverOn(backup) };
}

describe("[N16] a document has lives", () => {
  test("a client is told the life it is in and how far what it has goes, before it has it", async () => {
    const server = await serverOn(await tempDirectory());
    const [ann, bob] = [await openSocket(server, "ann", ""), await openSocket(server, "bob", "")];
    await waitUntil(() => told(bob).lifeId !== "", { what: "told" });
    expect(told(bob)).toEqual({ lifeId: told(ann).lifeId, seq: 0 });
    const doc = new Y.Doc();
    ann.send(syncMessage(1, paragraph(doc, "甲")));
    ann.send(syncMessage(2, paragraph(doc, "乙")));
    await waitUntil(() => ann.saved() === 2 && bob.updates().length === 2, { what: "both have it" });
    expect([told(ann).seq, told(bob).seq]).toEqual([2, 2]);
    const kinds = bob.received.map((message) => message[0]);
    expect(kinds.lastIndexOf(NOTES_LIFE_MESSAGE)).toBeLessThan(kinds.lastIndexOf(0));
    const saidFirst = ann.received.findIndex(
      (message) => message[0] === NOTES_LIFE_MESSAGE && message.at(-1) === 2,
    );
    expect(saidFirst).toBeGreaterThan(0);
    expect(saidFirst).toBeLessThan(ann.received.findLastIndex((message) => message[0] === 64));
    const late = await openSocket(server, "cid", "");
    late.send(syncMessage(0, Uint8Array.of(0)));
    await waitUntil(() => late.answers().length === 1, { what: "answered" });
    expect(told(late).seq).toBe(2);
  });

  test("one that knows nothing of lives is told nothing of them and served", async () => {
    const server = await serverOn(await tempDirectory());
    const plain = await openNotesSocket(server.url, "ann");
    plain.send(syncMessage(1, paragraph(new Y.Doc(), "甲")));
    await waitUntil(() => plain.saved() === 1, { what: "saved" });
    expect(plain.received.filter((message) => message[0] === NOTES_LIFE_MESSAGE)).toEqual([]);
  });

  test("a restart, a kill and a compaction go on with the same history", async () => {
    let folder = await tempDirectory();
    const doc = new Y.Doc();
    let known = "";
    for (let start = 0; start < 4; start++) {
      const server = await serverOn(folder, { compactAfterUpdates: 2 });
      const socket = await openSocket(server, "ann", known);
      socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
      await waitUntil(() => socket.saved() === 1, { what: `resumed after start ${start}` });
      for (let word = 1; word <= 5; word++) {
        socket.send(syncMessage(2, paragraph(doc, `${start} ${word}`)));
        await waitUntil(() => socket.saved() === word + 1, { what: "saved" });
      }
      expect(await textOn(server)).toBe(textOf(doc));
      expect(socket.closeCode()).toBeNull();
      known = writeKnownLives([told(socket)]);
      // What lies on the disk while the server runs is what a kill leaves.
      if (start === 1) folder = await copyOfFolder(folder);
      await server.close();
    }
  });

  test("what came after a backup does not come back into it, however it is sent", async () => {
    const { doc, known, restored } = await restoredUnder((ours) => [paragraph(ours, "备份以后的话")]);
    const socket = await openSocket(restored, "ann", writeKnownLives([known]));
    socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    expect(await socket.closed()).toBe(CLOSE_CODES.anotherLife);
    expect(await textOn(restored)).toBe("备份里有的话");
  });

  test("nor into a copy made in the middle of the life it came in", async () => {
    const directory = await tempDirectory();
    const server = await serverOn(directory);
    const doc = new Y.Doc();
    const writer = await openSocket(server, "ann", "");
    writer.send(syncMessage(1, paragraph(doc, "备份里有的话")));
    await waitUntil(() => writer.saved() === 1, { what: "saved" });
    const before = told(writer);
    const backup = await copyOfFolder(directory);
    writer.send(syncMessage(2, paragraph(doc, "备份以后的话")));
    await waitUntil(() => writer.saved() === 2, { what: "saved on" });
    await server.close();
    const restored = await serverOn(backup);
    const socket = await openSocket(restored, "ann", writeKnownLives([told(writer)]));
    socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    expect(await socket.closed()).toBe(CLOSE_CODES.anotherLife);
    expect(await textOn(restored)).toBe("备份里有的话");
    const resumed = await openSocket(restored, "bob", writeKnownLives([before]));
    resumed.send(syncMessage(0, Uint8Array.of(0)));
    await waitUntil(() => resumed.answers().length === 1, { what: "served" });
  });

  test("what was deleted after a backup stays in it", async () => {
    const { doc, known, restored } = await restoredUnder((ours) => {
      const before = Y.encodeStateVector(ours);
      ours.getXmlFragment("notes").delete(0, 1);
      return [Y.encodeStateAsUpdate(ours, before)];
    });
    const socket = await openSocket(restored, "ann", writeKnownLives([known]));
    socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    expect(await socket.closed()).toBe(CLOSE_CODES.anotherLife);
    expect(await textOn(restored)).toBe("备份里有的话");
  });

  test("also once the restored copy was written on, past where the other came", async () => {
    const { doc, known, before, restored } = await restoredUnder((ours) => [paragraph(ours, "备份以后的话")]);
    const other = await openSocket(restored, "bob", "");
    const theirs = new Y.Doc();
    for (let word = 1; word <= 5; word++) {
      other.send(syncMessage(2, paragraph(theirs, `新 ${word}`)));
      await waitUntil(() => other.saved() === word, { what: "saved" });
    }
    const socket = await openSocket(restored, "ann", writeKnownLives([known]));
    socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    expect(await socket.closed()).toBe(CLOSE_CODES.anotherLife);
    // One that followed only as far as the backup goes on.
    const follower = await openSocket(restored, "ann", writeKnownLives([before]));
    follower.send(syncMessage(0, Uint8Array.of(0)));
    await waitUntil(() => follower.answers().length === 1, { what: "served" });
    expect(textOf(docOf(follower.answers()[0] ?? Uint8Array.of(0, 0)))).toContain("新 5");
  });

  test("a client that tells no life is judged by what it holds of others", async () => {
    const directory = await tempDirectory();
    const first = await serverOn(directory);
    const bob = openNotesEditor(first.url, "bob");
    const ann = openNotesEditor(first.url, "ann");
    await Promise.all([bob.synced(), ann.synced()]);
    bob.write("备份里有的");
    await waitUntil(() => bob.saved() === 2 && ann.text() !== "", { what: "saved" });
    bob.provider.disconnect();
    ann.provider.disconnect();
    await first.close();
    const backup = await copyOfFolder(directory);
    const second = await serverOn(directory);
    const [bob2, ann2] = [
      openNotesEditor(second.url, "bob", { doc: bob.doc }),
      openNotesEditor(second.url, "ann", { doc: ann.doc }),
    ];
    await Promise.all([bob2.synced(), ann2.synced()]);
    bob2.write("备份以后的");
    await waitUntil(() => ann2.text().includes("备份以后的"), { what: "ann has it" });
    bob2.leave();
    ann2.leave();
    await second.close();
    const restored = await serverOn(backup);
    const back = openNotesEditor(restored.url, "ann", { doc: ann.doc });
    await waitUntil(() => back.closeCodes.length > 0, { what: "closed" });
    expect(back.closeCodes).toEqual([CLOSE_CODES.anotherLife]);
    expect(await textOn(restored)).toBe("备份里有的");
  });

  test("lives that cannot be read are another life", async () => {
    const server = await serverOn(await tempDirectory());
    for (const lives of ["x", "a".repeat(20), `${"a".repeat(32)}.-1`, `${"a".repeat(32)}.1`]) {
      expect(await (await openSocket(server, "ann", lives)).closed()).toBe(CLOSE_CODES.anotherLife);
    }
    const many = Array.from({ length: 9 }, () => ({ lifeId: "a".repeat(32), seq: 1 }));
    expect(readKnownLives(writeKnownLives(many))).toBeNull();
    expect(readKnownLives(writeKnownLives(many.slice(1)))).toEqual(many.slice(1));
    expect(readKnownLives("")).toEqual([]);
  });
});
