import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE_CODES } from "../../shared/protocol/notes.ts";
import { expectServed, honestPair } from "../support/notes/honest-pair.ts";
import { forbiddenUpdates } from "../support/notes/hostile-updates.ts";
import { sendMalformedFrames } from "../support/notes/malformed-frames.ts";
import { notesCursor } from "../support/notes/notes-cursor.ts";
import { NOTES_DOCUMENT, startNotesServer } from "../support/notes/notes-server.ts";
import { awarenessMessage, openNotesSocket, syncMessage } from "../support/notes/notes-socket.ts";
import { freshSeeds } from "../support/sample/seeded.ts";
import { waitUntil } from "../support/wait-until.ts";

const ATTACKER = 99;

test.each(freshSeeds(1))(
  "[N6] seed %i: 400 malformed frames end no process, spoil no document, disturb nobody",
  (seed) => sendMalformedFrames(seed, 400),
);

test("[N6] hostile updates that are well formed are each refused, and the document is as it was", async () => {
  const server = await startNotesServer();
  const pair = await honestPair(server);
  const before = await server.stateOf(NOTES_DOCUMENT);
  const attacks = Object.entries(forbiddenUpdates(ATTACKER));
  for (const [name, update] of attacks) {
    const socket = await openNotesSocket(server.url, "mallory");
    socket.send(syncMessage(1, Uint8Array.of(0, 0)));
    socket.send(syncMessage(2, update));
    expect([CLOSE_CODES.contentRefused, 1003], name).toContain(await socket.closed());
  }
  expect(await server.stateOf(NOTES_DOCUMENT)).toEqual(before);
  await expectServed(server, pair, "as it was");
});

test("[N3] nobody writes under another's client id, before or after that one has written", async () => {
  const server = await startNotesServer();
  const [ann, bob] = await honestPair(server);
  bob.provider.awareness.setLocalStateField("cursor", notesCursor(0));
  await waitUntil(() => ann.provider.awareness.getStates().has(bob.doc.clientID), { what: "bob is seen" });
  for (const clientId of [ann.doc.clientID, bob.doc.clientID]) {
    const forged = new Y.Doc();
    Y.applyUpdate(forged, await server.stateOf(NOTES_DOCUMENT));
    const before = Y.encodeStateVector(forged);
    forged.clientID = clientId;
    forged.getXmlFragment("notes").insert(0, [new Y.XmlText("XXXX")]);
    const socket = await openNotesSocket(server.url, "mallory");
    socket.send(syncMessage(1, Y.encodeStateAsUpdate(forged, before)));
    expect(await socket.closed()).toBe(CLOSE_CODES.noRight);
  }
  await expectServed(server, [ann, bob], "mine");
});

test("[N3] [N6] 200,000 awareness entries are refused, and nobody speaks for another", async () => {
  const server = await startNotesServer();
  const [ann, bob] = await honestPair(server);
  ann.provider.awareness.setLocalStateField("cursor", notesCursor(1));
  const seen = () => bob.provider.awareness.getStates().get(ann.doc.clientID);
  await waitUntil(() => seen() !== undefined, { what: "ann is seen" });

  const flood = await openNotesSocket(server.url, "mallory");
  const entries = encoding.createEncoder();
  encoding.writeVarUint(entries, 200_000);
  for (let clientId = 1; clientId <= 200_000; clientId++) {
    encoding.writeVarUint(entries, clientId % 100);
    encoding.writeVarUint(entries, 1);
    encoding.writeVarString(entries, "");
  }
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, 1);
  encoding.writeVarUint8Array(message, encoding.toUint8Array(entries));
  flood.send(encoding.toUint8Array(message));
  expect(await flood.closed()).toBe(CLOSE_CODES.contentRefused);

  const fake = await openNotesSocket(server.url, "mallory");
  fake.send(
    awarenessMessage([{ clientId: ann.doc.clientID, clock: 2 ** 53 - 2, state: { user: { name: "FAKE" } } }]),
  );
  fake.send(awarenessMessage([{ clientId: ann.doc.clientID, clock: 2 ** 53 - 1, state: null }]));
  fake.send(
    awarenessMessage([{ clientId: ATTACKER, clock: 1, state: { user: { name: "the mayor" }, mark: 1 } }]),
  );
  fake.send(awarenessMessage([{ clientId: ATTACKER + 1, clock: 1, state: { user: { name: "two of me" } } }]));
  const states = () => bob.provider.awareness.getStates();
  await waitUntil(() => states().has(ATTACKER), { what: "mallory is seen as himself" });
  expect(states().get(ATTACKER)?.user.name).toBe("name of mallory");
  expect(states().has(ATTACKER + 1)).toBe(false);
  expect(seen()?.user.name).toBe("name of ann");
  ann.provider.awareness.setLocalStateField("cursor", notesCursor(2));
  await waitUntil(() => seen()?.cursor?.anchor.assoc === 2, { what: "ann is not locked out" });
  fake.webSocket.close();
  await waitUntil(() => !states().has(ATTACKER), { what: "mallory is gone" });
  await expectServed(server, [ann, bob], "unspoofed");
});

test("[N6] 4,000 updates with missing parents cost nothing and leave nothing", async () => {
  const server = await startNotesServer();
  const pair = await honestPair(server);
  const doc = new Y.Doc();
  doc.clientID = ATTACKER;
  const text = new Y.XmlText("a");
  doc.getXmlFragment("notes").insert(0, [text]);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < 4000; index++) text.insert(text.length, "b");
  const socket = await openNotesSocket(server.url, "mallory");
  for (const update of updates) socket.send(syncMessage(2, update));
  expect(await socket.closed()).toBe(CLOSE_CODES.overloaded);
  await expectServed(server, pair, "unmoved");
});
