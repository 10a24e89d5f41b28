import { expect, test } from "vitest";
import * as Y from "yjs";
import type { NotesStore } from "../../../server/ports/notes-store.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { controlledNotesStore } from "../../support/notes/controlled-notes-store.ts";
import { docOf, openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, startNotesServer } from "../../support/notes/notes-server.ts";
import { openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A hub whose appends can be held back, on a store that others use too. */
async function hubOn(notes: NotesStore) {
  const store = controlledNotesStore(notes);
  const server = await startNotesServer({ store });
  return { ...server, store };
}

/** Holds a hub's appends back until the result is called. */
function holdAppends({ store }: Awaited<ReturnType<typeof hubOn>>) {
  let begun = false;
  let release = () => {};
  const held = new Promise<void>((resume) => {
    release = resume;
  });
  store.beforeAppend = () => {
    begun = true;
    return held;
  };
  return { hasBegun: () => begun, release };
}

function paragraphUpdate(clientId: number, text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment("notes").insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

async function storedText(notes: NotesStore): Promise<string> {
  const { updates } = await notes.load(NOTES_DOCUMENT);
  return textOf(docOf(Y.mergeUpdates(updates as Uint8Array[])));
}

test("[N2] a hub that comes second stores its updates after the others', with who wrote what, and passes theirs on", async () => {
  const { notes } = openMemoryStorage();
  const [one, other] = [await hubOn(notes), await hubOn(notes)];
  const ann = openNotesEditor(one.url, "ann");
  const [bob, reader] = [openNotesEditor(other.url, "bob"), openNotesEditor(other.url, "reader")];
  await Promise.all([ann.synced(), bob.synced(), reader.synced()]);
  const { hasBegun, release } = holdAppends(other);
  const savedBefore = bob.saved();
  bob.write("二审");
  await waitUntil(hasBegun, { what: "the other hub about to store" });
  ann.write("一审");
  await waitUntil(async () => (await storedText(notes)) === "一审", { what: "the first stored" });
  expect(bob.saved()).toBe(savedBefore);
  expect(reader.text()).toBe("");
  release();
  await waitUntil(() => reader.text().includes("一审") && reader.text().includes("二审"), {
    what: "both read",
  });
  await waitUntil(() => bob.text() === reader.text(), { what: "the writer reads both" });
  await waitUntil(() => bob.saved() > savedBefore, { what: "the second saved" });
  expect((await notes.since(NOTES_DOCUMENT, 0))?.updates.map(({ seq, actor }) => [seq, actor])).toEqual([
    [1, "ann"],
    [2, "bob"],
  ]);
  await one.hub.catchUp(NOTES_DOCUMENT, 2);
  await waitUntil(() => ann.text() === reader.text(), { what: "the first hub was told" });
  for (const { closeCodes } of [ann, bob, reader]) expect(closeCodes).toEqual([]);
});

test("told of a seq, a hub passes on what others stored; where it cannot be read, it goes on as it was", async () => {
  const { notes } = openMemoryStorage();
  const [one, other] = [await hubOn(notes), await hubOn(notes)];
  const [ann, reader] = [openNotesEditor(one.url, "ann"), openNotesEditor(other.url, "reader")];
  await Promise.all([ann.synced(), reader.synced()]);
  ann.write("一审");
  await waitUntil(async () => (await notes.load(NOTES_DOCUMENT)).seq === 1, { what: "stored" });
  const { since } = other.store;
  other.store.since = () => Promise.reject(new Error("the disk is gone"));
  other.store.failLoads = true;
  await other.hub.catchUp(NOTES_DOCUMENT, 1);
  expect(other.logged.map(({ message }) => message)).toEqual(["notes_commit_failed"]);
  other.store.since = since;
  other.store.failLoads = false;
  await other.hub.catchUp(NOTES_DOCUMENT, 1);
  await waitUntil(() => reader.text() === "一审", { what: "read at the other hub" });
  await other.hub.catchUp(NOTES_DOCUMENT, 50);
  await other.hub.catchUp("nobody has this open", 1);
  expect(reader.closeCodes).toEqual([]);
});

test("what cannot be read of the others' updates costs a load, and sends nobody away", async () => {
  const { notes } = openMemoryStorage();
  const [one, other] = [await hubOn(notes), await hubOn(notes)];
  const [ann, reader] = [openNotesEditor(one.url, "ann"), openNotesEditor(other.url, "reader")];
  await Promise.all([ann.synced(), reader.synced()]);
  ann.write("一审");
  await waitUntil(async () => (await notes.load(NOTES_DOCUMENT)).seq === 1, { what: "stored" });
  const updates = [{ seq: 1, actor: "ann", bytes: Uint8Array.of(1, 255) }];
  other.store.since = async () => ({ updates, owners: new Map() });
  const { loads } = other.store;
  await other.hub.catchUp(NOTES_DOCUMENT, 1);
  await waitUntil(() => reader.text() === "一审", { what: "read at the other hub" });
  expect(other.store.loads).toBe(loads + 1);
  expect(other.hub.stats().commitFailures).toBe(0);
  expect(reader.closeCodes).toEqual([]);
});

test("[N3] what one sent to both hubs is stored once, and of two who claim one client id the second is sent away", async () => {
  for (const [second, text] of [
    ["ann", "一审"],
    ["mallory", "假的"],
  ] as const) {
    const { notes } = openMemoryStorage();
    const [one, other] = [await hubOn(notes), await hubOn(notes)];
    const reader = openNotesEditor(other.url, "reader");
    await reader.synced();
    const [here, there] = [await openNotesSocket(one.url, "ann"), await openNotesSocket(other.url, second)];
    const { hasBegun, release } = holdAppends(other);
    there.send(syncMessage(2, paragraphUpdate(7, text)));
    await waitUntil(hasBegun, { what: "the other hub about to store" });
    here.send(syncMessage(2, paragraphUpdate(7, "一审")));
    await waitUntil(() => here.saved() === 1, { what: "stored by the first" });
    release();
    expect(await there.closed()).toBe(CLOSE_CODES.overloaded);
    expect(there.saved()).toBe(0);
    await waitUntil(() => reader.text() === "一审", { what: "the reader has the one that is stored" });
    const { updates, owners } = await notes.load(NOTES_DOCUMENT);
    expect(updates).toHaveLength(1);
    expect(owners).toEqual(new Map([[7, "ann"]]));
    expect(reader.closeCodes).toEqual([]);
  }
});

test("[N8] after a disk that failed, readers get what others stored meanwhile", async () => {
  const { notes } = openMemoryStorage();
  const [one, other] = [await hubOn(notes), await hubOn(notes)];
  const [ann, reader] = [openNotesEditor(one.url, "ann"), openNotesEditor(other.url, "reader")];
  await Promise.all([ann.synced(), reader.synced()]);
  ann.write("一审");
  await waitUntil(async () => (await notes.load(NOTES_DOCUMENT)).seq === 1, { what: "stored" });
  const bob = await openNotesSocket(other.url, "bob");
  other.store.failAppends = true;
  bob.send(syncMessage(2, paragraphUpdate(9, "丢失")));
  expect(await bob.closed()).toBe(CLOSE_CODES.overloaded);
  await waitUntil(() => reader.text() === "一审", { what: "read at the other hub" });
  expect(reader.closeCodes).toEqual([]);
});
