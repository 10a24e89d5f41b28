import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { controlledNotesStore } from "../../support/notes/controlled-notes-store.ts";
import { docOf, openNotesEditor } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, startNotesServer } from "../../support/notes/notes-server.ts";
import { openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { waitUntil } from "../../support/wait-until.ts";

const PARAGRAPHS = 4000;

/** What somebody wrote in an evening without network, in many pieces, some of them deleted again. */
function eveningApart(clientId: number, doc = new Y.Doc()): Y.Doc {
  doc.clientID = clientId;
  const notes = doc.getXmlFragment("notes");
  doc.transact(() => {
    for (let index = 0; index < PARAGRAPHS; index++) {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(`${index}`)]);
      notes.insert(notes.length, [paragraph]);
    }
  });
  doc.transact(() => {
    for (let index = PARAGRAPHS - 1; index > 0; index -= 7) notes.delete(index, 1);
  });
  return doc;
}

function xml(doc: Y.Doc): string {
  return doc.getXmlFragment("notes").toString();
}

function paragraph(clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getXmlFragment("notes").insert(0, [new Y.XmlElement("paragraph")]);
  return Y.encodeStateAsUpdate(doc);
}

describe("[N6] a large update is taken in parts", () => {
  test("saved means all of it, and others are served between the parts", async () => {
    const store = controlledNotesStore(openMemoryStorage().notes);
    const server = await startNotesServer({ store });
    const ann = await openNotesSocket(server.url, "ann");
    const bob = await openNotesSocket(server.url, "bob");
    await waitUntil(() => ann.received.length > 0 && bob.received.length > 0, { what: "both greeted" });
    const evening = eveningApart(5);
    ann.send(syncMessage(1, Y.encodeStateAsUpdate(evening)));
    bob.send(syncMessage(1, paragraph(6)));
    let whenSaved: Y.Doc | null = null;
    ann.webSocket.on("message", (data: Buffer) => {
      if (data[0] !== 64) return;
      whenSaved ??= store.appended.reduce((doc, { bytes }) => {
        Y.applyUpdate(doc, bytes);
        return doc;
      }, new Y.Doc());
    });
    await waitUntil(() => whenSaved !== null && bob.saved() === 1, { what: "both saved" });
    Y.applyUpdate(evening, paragraph(6));
    expect(whenSaved === null ? "" : xml(whenSaved)).toBe(xml(evening));
    expect(ann.received.filter((message) => message[0] === 64)).toEqual([Uint8Array.of(64, 1)]);
    const actors = store.appended.map(({ actor }) => actor);
    expect(actors.filter((actor) => actor === "ann").length).toBeGreaterThan(10);
    expect(actors.indexOf("bob")).toBeLessThan(actors.lastIndexOf("ann"));
  });

  test("what the same sender sends meanwhile waits its turn", async () => {
    const server = await startNotesServer();
    const ann = await openNotesSocket(server.url, "ann");
    const evening = eveningApart(5);
    const before = Y.encodeStateVector(evening);
    ann.send(syncMessage(1, Y.encodeStateAsUpdate(evening)));
    evening.getXmlFragment("notes").delete(0, 1);
    ann.send(syncMessage(2, Y.encodeStateAsUpdate(evening, before)));
    await waitUntil(() => ann.saved() === 2, { what: "both saved" });
    expect(xml(docOf(await server.stateOf(NOTES_DOCUMENT)))).toBe(xml(evening));
  });

  test("a disk that fails between the parts costs nothing", async () => {
    const store = controlledNotesStore(openMemoryStorage().notes);
    const server = await startNotesServer({ store, limits: { storeRetryMs: 50 } });
    store.beforeAppend = async () => {
      store.failAppends = store.appended.length > 0;
      if (store.failAppends) store.beforeAppend = async () => undefined;
    };
    const doc = eveningApart(5);
    const ann = openNotesEditor(server.url, "ann", { doc });
    await waitUntil(() => ann.closeCodes.length > 0, { what: "turned away" });
    store.failAppends = false;
    await waitUntil(() => ann.provider.synced && ann.saved() > 0, { what: "saved in the end" });
    await waitUntil(() => server.hub.stats().staged === 0, { what: "nothing staged" });
    expect(xml(docOf(await server.stateOf(NOTES_DOCUMENT)))).toBe(xml(doc));
    expect(server.hub.stats().refused.foreign_client).toBeUndefined();
  });

  test("who leaves after sending is heard to the end", async () => {
    const server = await startNotesServer();
    const ann = await openNotesSocket(server.url, "ann");
    await waitUntil(() => ann.received.length > 0, { what: "greeted" });
    const evening = eveningApart(5);
    ann.send(syncMessage(1, Y.encodeStateAsUpdate(evening)));
    ann.webSocket.close();
    await ann.closed();
    await waitUntil(() => server.hub.stats().documents === 0, { what: "document at rest" });
    expect(xml(docOf(await server.stateOf(NOTES_DOCUMENT)))).toBe(xml(evening));
  });

  test("two who wrote apart at the same places end alike", async () => {
    const server = await startNotesServer();
    const ann = openNotesEditor(server.url, "ann", { doc: eveningApart(5) });
    const bob = openNotesEditor(server.url, "bob", { doc: eveningApart(6) });
    await Promise.all([ann.synced(), bob.synced()]);
    await waitUntil(() => xml(ann.doc) === xml(bob.doc), { what: "alike" });
    expect(ann.text().split("\n").length).toBe(2 * (PARAGRAPHS - Math.ceil((PARAGRAPHS - 1) / 7)));
    expect([...ann.closeCodes, ...bob.closeCodes]).toEqual([]);
  });
});

describe("[N6] what nobody foresaw", () => {
  test.each([
    ["in a message", paragraph(7)],
    ["in a later part of one", Y.encodeStateAsUpdate(eveningApart(7))],
  ])("a throw %s ends that connection and nothing else", async (_name, update) => {
    let calls = 0;
    let failFrom = Number.POSITIVE_INFINITY;
    const server = await startNotesServer({
      clock: () => {
        calls += 1;
        if (calls === failFrom) throw new Error("the clock fell off the wall");
        return Date.now();
      },
    });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("before");
    await waitUntil(() => ann.saved() > 0, { what: "saved" });
    const mallory = await openNotesSocket(server.url, "mallory");
    failFrom = calls + (update.length > 1000 ? 3 : 1);
    mallory.send(syncMessage(1, update));
    expect(await mallory.closed()).toBe(1012);
    ann.write("after");
    const bob = openNotesEditor(server.url, "bob");
    await waitUntil(() => bob.text().includes("before") && bob.text().includes("after"), {
      what: "still served",
    });
    expect(server.logged.map(({ message }) => message)).toContain("notes_frame_failed");
  });
});

describe("[N9] rates are an actor's, however many connections", () => {
  test("state requests", async () => {
    const server = await startNotesServer({ limits: { syncRequestsPerSecond: 0.001, syncRequestsBurst: 4 } });
    const [one, two] = [
      await openNotesSocket(server.url, "mallory"),
      await openNotesSocket(server.url, "mallory"),
    ];
    const honest = await openNotesSocket(server.url, "ann");
    for (const socket of [one, two, two, one]) socket.send(syncMessage(0, Uint8Array.of(0)));
    await waitUntil(() => one.answers().length === 2 && two.answers().length === 2, { what: "four answers" });
    two.send(syncMessage(0, Uint8Array.of(0)));
    expect(await two.closed()).toBe(CLOSE_CODES.overloaded);
    honest.send(syncMessage(0, Uint8Array.of(0)));
    await waitUntil(() => honest.answers().length === 1, { what: "the other is answered" });
  });

  test("updates, by their size", async () => {
    const server = await startNotesServer({ limits: { updatesPerSecond: 0.001, updatesBurst: 10 } });
    const [one, two] = [
      await openNotesSocket(server.url, "mallory"),
      await openNotesSocket(server.url, "mallory"),
    ];
    one.send(syncMessage(1, Y.encodeStateAsUpdate(eveningApart(5))));
    await waitUntil(() => one.saved() === 1, { what: "the large one is taken" });
    two.send(syncMessage(1, paragraph(6)));
    expect(await two.closed()).toBe(CLOSE_CODES.overloaded);
  });

  test("more than twenty connections of one person to one document", async () => {
    const server = await startNotesServer();
    for (let count = 0; count < 20; count++) await openNotesSocket(server.url, "mallory");
    const last = await openNotesSocket(server.url, "mallory");
    expect(await last.closed()).toBe(CLOSE_CODES.overloaded);
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
  });
});
