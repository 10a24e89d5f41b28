import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { NOTES_LIMITS } from "../../../server/notes/notes-limits.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { controlledNotesStore } from "../../support/notes/controlled-notes-store.ts";
import { notesCursor } from "../../support/notes/notes-cursor.ts";
import { docOf, openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, NOTES_SESSION, startNotesServer } from "../../support/notes/notes-server.ts";
import { awarenessMessage, openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A paragraph as an update under a client id of choice. */
function paragraphUpdate(clientId: number, text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment("notes").insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

describe("writing together", () => {
  test("what one types the other reads, and formats, lists and tables pass", async () => {
    const server = await startNotesServer();
    const ann = openNotesEditor(server.url, "ann");
    const bob = openNotesEditor(server.url, "bob");
    await Promise.all([ann.synced(), bob.synced()]);
    ann.write("专项债 second review");
    ann.doc.transact(() => {
      const text = ann.doc.getXmlFragment("notes").get(0);
      if (!(text instanceof Y.XmlElement)) throw new Error("no paragraph");
      text.setAttribute("textAlign", "center");
      const inner = text.get(0);
      if (inner instanceof Y.XmlText) inner.format(0, 3, { bold: {}, link: { href: "http://10.0.0.1" } });
    });
    bob.write("bonded logistics");
    await waitUntil(() => ann.text() === bob.text() && bob.text().includes("专项债 second review"), {
      what: "same text",
    });
    await waitUntil(() => ann.saved() >= 3 && bob.saved() >= 2, { what: "all saved" });
    const stored = docOf(await server.stateOf(NOTES_DOCUMENT));
    expect(stored.getXmlFragment("notes").toString()).toBe(ann.doc.getXmlFragment("notes").toString());
    expect(server.hub.stats().refused).toEqual({});
  });

  test("ten joiners load the document once and a late one gets everything", async () => {
    const store = controlledNotesStore(openMemoryStorage().notes);
    const server = await startNotesServer({ store });
    const editors = Array.from({ length: 10 }, (_, index) => openNotesEditor(server.url, `person${index}`));
    await Promise.all(editors.map((editor) => editor.synced()));
    expect(store.loads).toBe(1);
    editors[3]?.write("hello");
    await waitUntil(() => editors[7]?.text() === "hello", { what: "others read it" });
    const late = openNotesEditor(server.url, "late");
    await waitUntil(() => late.text() === "hello", { what: "the late one reads it" });
  });

  test("[N5] what a reader sends changes nothing, and he reads on", async () => {
    const server = await startNotesServer();
    server.rights.set("viewer", "read");
    const ann = openNotesEditor(server.url, "ann");
    const viewer = openNotesEditor(server.url, "viewer");
    await Promise.all([ann.synced(), viewer.synced()]);
    viewer.write("sneaked in");
    ann.write("first");
    await waitUntil(() => viewer.text().includes("first"), { what: "the reader reads" });
    ann.write("second");
    await waitUntil(() => viewer.text().includes("second"), { what: "the reader reads on" });
    expect(ann.text()).toBe("first\nsecond");
    expect(textOf(docOf(await server.stateOf(NOTES_DOCUMENT)))).toBe("first\nsecond");
    expect(viewer.closeCodes).toEqual([]);
  });
});

describe("[N1] the door", () => {
  test.each([
    ["no token", "", NOTES_DOCUMENT, CLOSE_CODES.notSignedIn],
    ["no right", "stranger", NOTES_DOCUMENT, CLOSE_CODES.noRight],
    ["no such room", "ann", `${NOTES_SESSION}/room-that-is-not-there-0/notes`, CLOSE_CODES.noSuchDocument],
    ["no such path", "ann", "elsewhere", CLOSE_CODES.noSuchDocument],
  ])("%s is told so by its close code", async (_name, actor, path, code) => {
    const server = await startNotesServer();
    server.rights.set("stranger", "none");
    const url = actor === "" ? server.url : server.url;
    const socket = await openNotesSocket(url, actor, actor === "" ? `${path}?x=` : path);
    expect(await socket.closed()).toBe(code);
    expect(socket.received).toEqual([]);
    expect(server.hub.stats().documents).toBe(0);
  });

  const longPresence = { mark: "x".repeat(NOTES_LIMITS.awarenessStateMaxBytes) };
  test.each([
    ["one byte too large", new Uint8Array(NOTES_LIMITS.frameMaxBytes + 1), CLOSE_CODES.tooLarge],
    ["larger than is read at all", new Uint8Array(NOTES_LIMITS.frameHardMaxBytes + 1), 1009],
    [
      "with a long story about oneself",
      awarenessMessage([{ clientId: 7, clock: 1, state: longPresence }]),
      CLOSE_CODES.contentRefused,
    ],
  ])("a frame %s is told so by its close code", async (_name, frame, code) => {
    const server = await startNotesServer();
    const ann = await openNotesSocket(server.url, "ann");
    ann.send(frame);
    expect(await ann.closed()).toBe(code);
  });

  test("changed rights close the socket to come again; unchanged ones do not", async () => {
    const server = await startNotesServer();
    const [ann, bob] = [await openNotesSocket(server.url, "ann"), await openNotesSocket(server.url, "bob")];
    await waitUntil(() => server.hub.stats().connections === 2, { what: "both in" });
    server.rights.set("ann", "read");
    server.hub.recheck(NOTES_SESSION);
    ann.send(syncMessage(2, paragraphUpdate(7, "too late")));
    bob.send(syncMessage(1, paragraphUpdate(8, "in time")));
    expect(await ann.closed()).toBe(CLOSE_CODES.rightsChanged);
    await waitUntil(() => bob.saved() === 1, { what: "bob goes on" });
    expect(textOf(docOf(await server.stateOf(NOTES_DOCUMENT)))).toBe("in time");
    server.hub.closeActor(NOTES_SESSION, "bob");
    expect(await bob.closed()).toBe(CLOSE_CODES.rightsChanged);
  });
});

test("[N3] a client id stays its first writer's when he has left and the document was forgotten meanwhile", async () => {
  const server = await startNotesServer();
  const ann = await openNotesSocket(server.url, "ann");
  ann.send(syncMessage(1, paragraphUpdate(7, "mine")));
  await waitUntil(() => ann.saved() === 1, { what: "ann's words saved" });
  ann.webSocket.close();
  await waitUntil(() => server.hub.stats().documents === 0, { what: "the document at rest" });
  const more = new Y.Doc();
  Y.applyUpdate(more, await server.stateOf(NOTES_DOCUMENT));
  const before = Y.encodeStateVector(more);
  more.clientID = 7;
  more.getXmlFragment("notes").insert(0, [new Y.XmlElement("paragraph")]);
  const update = Y.encodeStateAsUpdate(more, before);
  const mallory = await openNotesSocket(server.url, "mallory");
  mallory.send(syncMessage(1, update));
  expect(await mallory.closed()).toBe(CLOSE_CODES.noRight);
  const annAgain = await openNotesSocket(server.url, "ann");
  annAgain.send(syncMessage(1, update));
  await waitUntil(() => annAgain.saved() === 1, { what: "ann writes on" });
});

describe("presence", () => {
  test("[N3] name and colour are the server's, and who leaves is gone at once", async () => {
    const server = await startNotesServer();
    const ann = openNotesEditor(server.url, "ann");
    const bob = openNotesEditor(server.url, "bob");
    await Promise.all([ann.synced(), bob.synced()]);
    ann.provider.awareness.setLocalState({
      user: { name: "the mayor", color: "#ff0000" },
      cursor: notesCursor(1),
    });
    const seen = () => bob.provider.awareness.getStates().get(ann.doc.clientID);
    await waitUntil(() => seen()?.cursor, { what: "bob sees ann's cursor" });
    expect(seen()).toEqual({ user: { name: "name of ann", color: "#14607a" }, cursor: notesCursor(1) });
    expect(ann.provider.awareness.getLocalState()?.user).toEqual({ name: "the mayor", color: "#ff0000" });
    ann.leave();
    await waitUntil(() => seen() === undefined, { what: "ann is gone for bob" });
  });

  test("[N3] nobody goes by a client id another goes by or has written under, and readers are not seen", async () => {
    const server = await startNotesServer();
    server.rights.set("viewer", "read");
    const watcher = openNotesEditor(server.url, "watcher");
    await watcher.synced();
    const states = () => watcher.provider.awareness.getStates();
    const present = (clientId: number, mark: string) => {
      return awarenessMessage([
        { clientId, clock: mark.length, state: { cursor: notesCursor(mark.length) } },
      ]);
    };
    const ann = await openNotesSocket(server.url, "ann");
    ann.send(syncMessage(1, paragraphUpdate(7, "mine")));
    await waitUntil(() => ann.saved() === 1, { what: "ann has written under 7" });
    const bob = await openNotesSocket(server.url, "bob");
    bob.send(present(8, "b"));
    await waitUntil(() => states().has(8), { what: "bob goes by 8" });

    for (const [taken, own] of [
      [7, 9],
      [8, 10],
    ] as const) {
      const mallory = await openNotesSocket(server.url, "mallory");
      mallory.send(present(taken, "mm"));
      mallory.send(present(own, "m"));
      await waitUntil(() => states().has(own), { what: `mallory goes by ${own}` });
    }
    const viewer = await openNotesSocket(server.url, "viewer");
    const heard = () => viewer.received.filter((message) => message[0] === 1).length;
    await waitUntil(() => heard() === 1, { what: "the reader is told who is here" });
    viewer.send(present(11, "v"));
    viewer.send(Uint8Array.of(3));
    await waitUntil(() => heard() === 2, { what: "the reader's messages are taken" });
    bob.send(present(8, "bb"));
    await waitUntil(() => states().get(8)?.cursor?.anchor.assoc === 2, { what: "bob moves" });
    expect(states().get(8)?.user.name).toBe("name of bob");
    expect([7, 8, 9, 10, 11].filter((clientId) => states().has(clientId))).toEqual([8, 9, 10]);
  });

  test("a client that comes back is seen again at once, also by those who never left", async () => {
    const server = await startNotesServer();
    const ann = openNotesEditor(server.url, "ann");
    const bob = openNotesEditor(server.url, "bob");
    ann.provider.awareness.setLocalStateField("cursor", notesCursor(4));
    await Promise.all([ann.synced(), bob.synced()]);
    const seen = () => bob.provider.awareness.getStates().get(ann.doc.clientID)?.cursor;
    await waitUntil(() => seen() !== undefined, { what: "seen" });
    ann.provider.ws?.close();
    await waitUntil(() => seen() === undefined, { what: "gone" });
    await waitUntil(() => seen() !== undefined, { deadlineMs: 2_000, what: "seen again" });
  });
});
