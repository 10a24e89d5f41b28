import { expect } from "vitest";
import * as Y from "yjs";
import { Seeded } from "../sample/seeded.ts";
import { waitUntil } from "../wait-until.ts";
import { expectServed, honestPair } from "./honest-pair.ts";
import { NOTES_DOCUMENT, startNotesServer } from "./notes-server.ts";
import { awarenessMessage, openNotesSocket, syncMessage } from "./notes-socket.ts";

const ATTACKER = 99;

/** One message that is random, broken or cut off. */
function malformedFrame(random: Seeded, honest: readonly Uint8Array[]): Uint8Array {
  const frame = Uint8Array.from(random.pick(honest));
  switch (random.below(4)) {
    case 0:
      return Uint8Array.from({ length: random.below(200) }, () => random.below(256));
    case 1:
      return frame.subarray(0, random.below(frame.length));
    case 2:
      return Uint8Array.of(
        random.below(4),
        random.below(3),
        ...Array.from({ length: random.below(60) }, () => random.below(256)),
      );
    default:
      for (let flips = 1 + random.below(4); flips > 0; flips--) {
        const at = random.below(frame.length);
        frame[at] = (frame[at] ?? 0) ^ (1 << random.below(8));
      }
      return frame;
  }
}

/** Sends so many frames of an attacker; no process ends, no document is spoiled, and nobody is disturbed. */
export async function sendMalformedFrames(seed: number, count: number): Promise<void> {
  const server = await startNotesServer();
  const pair = await honestPair(server);
  const random = new Seeded(seed);
  const victim = new Y.Doc();
  victim.clientID = 1000;
  Y.applyUpdate(victim, await server.stateOf(NOTES_DOCUMENT));
  const before = Y.encodeStateVector(victim);
  const text = new Y.XmlText("attack");
  victim.getXmlFragment("notes").insert(0, [text]);
  const honest = [
    syncMessage(2, Y.encodeStateAsUpdate(victim, before)),
    syncMessage(1, Y.encodeStateAsUpdate(victim)),
    syncMessage(0, before),
    awarenessMessage([{ clientId: ATTACKER, clock: 1, state: { cursor: null } }]),
  ];
  let socket = await openNotesSocket(server.url, "mallory");
  let closed = 0;
  for (let sent = 0; sent < count; sent++) {
    if (socket.closeCode() !== null || socket.webSocket.readyState !== socket.webSocket.OPEN) {
      closed += 1;
      socket = await openNotesSocket(server.url, "mallory");
    }
    socket.send(malformedFrame(random, honest));
    if (sent % 4 === 3) {
      socket.send(Uint8Array.of(3));
      const heard = socket.received.length;
      await waitUntil(() => socket.received.length > heard || socket.closeCode() !== null, {
        what: "a sign of life",
      });
    }
  }
  expect(closed).toBeGreaterThan(count / 20);
  await expectServed(server, pair, "still here");
  expect(server.hub.stats().refused.not_applicable ?? 0).toBe(0);
}
