import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as Y from "yjs";
import type { SessionState } from "../../../shared/domain/state.ts";
import { NOTES_FRAGMENT, notesDocumentName } from "../../../shared/protocol/notes.ts";
import { newId } from "../new-id.ts";
import { openNotesEditor } from "../notes/notes-editor.ts";
import { startServer } from "../process/start-server.ts";
import { randomMove } from "../sample/random-commands.ts";
import { Seeded } from "../sample/seeded.ts";
import { call } from "../sockets/api.ts";
import { openClass } from "../sockets/class-of-thirteen.ts";
import { tempDirectory } from "../temp-directory.ts";
import { waitUntil } from "../wait-until.ts";

const MOVES_MIN = 400;
const MOVES_MAX = 4000;

/**
 * A folder of a server that was stopped after a lively class: questions in every state, answers, joinings, a ledger, a
 * roster, moves, steps taken back, and notes with a snapshot, later updates and versions.
 */
export async function livelyFolder(seed: number): Promise<string> {
  const directory = await tempDirectory();
  const secret = createHmac("sha256", String(seed)).digest();
  const server = await startServer({ directory, secret });
  writeFileSync(join(directory, "secret.key"), secret);
  const { sessionId, first, organiserToken } = await openClass(server);
  const host = await server.app.hosts.open(sessionId);
  if (host === null) throw new Error("the class has no host");
  const random = new Seeded(seed);
  for (let move = 0; move < MOVES_MIN || !isLively(host.state); move += 1) {
    if (move > MOVES_MAX) throw new Error(`the class of seed ${seed} did not become lively`);
    const { actor, command } = randomMove(random, host.state, (kind) => `${kind} ${move}`);
    await host.submit(actor, newId(), command);
  }
  await host.submit({ kind: "organiser" }, newId(), { type: "room.open", roomId: first });
  const documentName = notesDocumentName(sessionId, first);
  const editor = openNotesEditor(`${server.url.replace("http", "ws")}/yjs`, organiserToken, { documentName });
  await editor.synced();
  const versions = `/api/sessions/${sessionId}/rooms/${first}/notes/versions`;
  const write = async (paragraphs: number) => {
    for (let count = 0; count < paragraphs; count += 1) editor.write(`要点 ${count}`);
    const stands = () => server.storage.notes.load(documentName);
    await waitUntil(async () => textsIn(await stands()) >= editor.doc.getXmlFragment(NOTES_FRAGMENT).length, {
      what: "the notes on disk",
    });
    const saved = await call(server.url, versions, {
      token: organiserToken,
      body: { name: `版本 ${paragraphs}` },
    });
    if (saved.status !== 201) throw new Error(`no version was kept: ${JSON.stringify(saved.body)}`);
  };
  await write(5);
  const { seq } = await server.storage.notes.load(documentName);
  await server.storage.notes.compact(documentName, seq, Y.encodeStateAsUpdate(editor.doc));
  await write(8);
  editor.leave();
  await server.stop();
  return directory;
}

/** Something was answered, joined, put into the ledger with somebody in charge, and taken back. */
function isLively(state: SessionState): boolean {
  const questions = [...state.all("question")];
  return (
    state.count("answer") > 0 &&
    questions.some(({ merged }) => merged !== null) &&
    [...state.all("followup")].some(({ personInCharge }) => personInCharge !== null)
  );
}

function textsIn({
  snapshot,
  updates,
}: {
  snapshot: Uint8Array | null;
  updates: readonly Uint8Array[];
}): number {
  const doc = new Y.Doc();
  for (const update of snapshot === null ? updates : [snapshot, ...updates]) Y.applyUpdate(doc, update);
  return doc.getXmlFragment(NOTES_FRAGMENT).length;
}
