import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { docOf, openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, type NotesServer, startNotesServer } from "../../support/notes/notes-server.ts";
import { openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { type ForgedStruct, forge, forgeUpdate } from "../../support/notes/update-forge.ts";
import { waitUntil } from "../../support/wait-until.ts";

const PILE = 200;

/** Elements each before the last, under a client id that knows of no other. */
function pile(client: number, count = PILE, from = 0): Uint8Array {
  const structs: ForgedStruct[] = Array.from({ length: count }, (_, index) =>
    forge.element("p", from + index === 0 ? { root: "notes" } : { right: [client, from + index - 1] }),
  );
  return forgeUpdate({ blocks: [{ client, clock: from, structs }] });
}

/** Fills a place bit by bit with what one actor put there under several client ids, until the server closes him. */
async function buildPile(server: NotesServer, actor: string): Promise<number> {
  const socket = await openNotesSocket(server.url, actor);
  for (let client = 1; client <= 40; client++) socket.send(syncMessage(2, pile(client, 5)));
  return socket.closed();
}

/** Somebody who wrote at the top of the notes without network, where others wrote too. */
function wroteApart(clientID: number, texts: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  for (const text of texts) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    doc.getXmlFragment("notes").insert(0, [paragraph]);
  }
  return doc;
}

async function storedText(server: NotesServer): Promise<string> {
  return textOf(docOf(await server.stateOf(NOTES_DOCUMENT)));
}

describe("[N11] looking for places is paid by who sends", () => {
  test("who piles up is closed, on every connection; who then writes at that place is not", async () => {
    const server = await startNotesServer({ limits: { ownStepsBurst: 2000, ownStepsPerSecond: 0.001 } });
    expect(await buildPile(server, "mallory")).toBe(CLOSE_CODES.overloaded);
    expect(server.hub.stats().refused).toEqual({ too_many_conflicts: 1 });
    const again = await openNotesSocket(server.url, "mallory");
    again.send(syncMessage(2, pile(41, 5)));
    expect(await again.closed()).toBe(CLOSE_CODES.overloaded);
    const ann = openNotesEditor(server.url, "ann", {
      doc: wroteApart(4_000_000_000, ["third", "second", "first"]),
    });
    await ann.synced();
    await waitUntil(() => ann.saved() > 0, { what: "ann's words saved" });
    expect((await storedText(server)).split("\n")).toEqual(["first", "second", "third"]);
    expect(ann.closeCodes).toEqual([]);
    expect(server.hub.stats().refused).toEqual({ too_many_conflicts: 2 });
  });

  test("with time the budget comes back", async () => {
    const server = await startNotesServer({ limits: { ownStepsBurst: 2000, ownStepsPerSecond: 20_000 } });
    expect(await buildPile(server, "mallory")).toBe(CLOSE_CODES.overloaded);
    await waitUntil(
      async () => {
        const socket = await openNotesSocket(server.url, "mallory");
        socket.send(syncMessage(2, pile(41, 1)));
        await waitUntil(() => socket.saved() === 1 || socket.closeCode() !== null, { what: "an answer" });
        return socket.saved() === 1;
      },
      { what: "taken again" },
    );
  });

  test("one update that looks through too much of its own is refused for good", async () => {
    const server = await startNotesServer({ limits: { ownStepsPerUpdateMax: 500 } });
    const socket = await openNotesSocket(server.url, "mallory");
    for (const client of [1, 2]) socket.send(syncMessage(2, pile(client)));
    expect(await socket.closed()).toBe(CLOSE_CODES.contentRefused);
    expect(server.hub.stats().refused).toEqual({ conflicts: 1 });
  });

  test("who has looked through much of others' waits, and is not closed", async () => {
    const limits = { landingStepsBurst: PILE, landingStepsPerSecond: 2000 };
    const server = await startNotesServer({ limits });
    const socket = await openNotesSocket(server.url, "mallory");
    socket.send(syncMessage(2, pile(1)));
    await waitUntil(() => socket.saved() === 1, { what: "the place is prepared" });
    const texts = Array.from({ length: 5 }, (_, index) => `${index}`);
    // Each of them was put before everything, by somebody who saw none of it.
    const structs = texts.map((): ForgedStruct => forge.element("paragraph", { root: "notes" }));
    const landed = forgeUpdate({ blocks: [{ client: 4_000_000_000, clock: 0, structs }] });
    const ann = await openNotesSocket(server.url, "ann");
    ann.send(syncMessage(1, landed));
    await waitUntil(() => ann.saved() === 1, { what: "all saved" });
    const stored = docOf(await server.stateOf(NOTES_DOCUMENT));
    expect(stored.getXmlFragment("notes").length).toBe(PILE + texts.length);
    expect(server.hub.stats().refused).toEqual({});
  });

  test("what waits holds up its sender alone", async () => {
    const limits = { landingStepsBurst: PILE, landingStepsPerSecond: 0.001 };
    const server = await startNotesServer({ limits });
    const socket = await openNotesSocket(server.url, "mallory");
    socket.send(syncMessage(2, pile(1)));
    await waitUntil(() => socket.saved() === 1, { what: "the place is prepared" });
    const eve = await openNotesSocket(server.url, "eve");
    eve.send(syncMessage(2, pile(4_000_000_000, 5)));
    const stored = async () => docOf(await server.stateOf(NOTES_DOCUMENT)).getXmlFragment("notes").length;
    await waitUntil(async () => (await stored()) > PILE, { what: "the first of them is taken" });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("undisturbed");
    await waitUntil(() => ann.saved() === 2, { what: "ann's words saved" });
    expect(await stored()).toBe(PILE + 2);
    expect([eve.saved(), eve.closeCode()]).toEqual([0, null]);
  });

  test("who has, and lands on many such places at once, comes again; what was taken stays", async () => {
    const limits = { landingStepsBurst: 10 * PILE, landingStepsPerSecond: 0.001 };
    const server = await startNotesServer({ limits: { ...limits, landingsPerUpdateMax: 3 } });
    const socket = await openNotesSocket(server.url, "mallory");
    socket.send(syncMessage(2, pile(1)));
    await waitUntil(() => socket.saved() === 1, { what: "the place is prepared" });
    const many = await openNotesSocket(server.url, "eve");
    many.send(syncMessage(2, pile(4_000_000_000)));
    expect(await many.closed()).toBe(CLOSE_CODES.overloaded);
    expect(server.hub.stats().refused).toEqual({ too_many_landings: 1 });
    await waitUntil(() => server.hub.stats().staged === 0, { what: "nothing staged" });
    const stored = docOf(await server.stateOf(NOTES_DOCUMENT));
    expect(stored.getXmlFragment("notes").length).toBeGreaterThan(PILE + 3);
  });
});
