import type { Draws } from "../../../shared/domain/grouping/draws.ts";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import type { NotesUpdate } from "../../ports/notes-store.ts";
import { lineUpdate } from "../../rehearsal/notes-line.ts";
import type { PlayedAct } from "../../rehearsal/robots/play.ts";

const CLIENT_IDS = 2 ** 32 - 1;

/** The lines of an evening as the updates that brought them, each under an id of whoever wrote it. */
export function notesOf(played: readonly PlayedAct[], sessionId: string, draws: Draws): NotesUpdate[] {
  const written = new Map<string, NotesUpdate[]>();
  const clientIds = new Map<string, number>();
  for (const { act, at } of played) {
    if (act.kind !== "line") continue;
    const { personId, roomId, text } = act;
    const documentName = notesDocumentName(sessionId, roomId);
    const before = written.get(documentName) ?? [];
    const clientId = clientIds.get(personId) ?? 1 + draws.below(CLIENT_IDS);
    clientIds.set(personId, clientId);
    const stored = { snapshot: null, updates: before.map(({ bytes }) => bytes) };
    const bytes = lineUpdate(documentName, stored, { clientId, text });
    const seq = before.length + 1;
    written.set(documentName, [
      ...before,
      { documentName, seq, actor: personId, clientIds: [clientId], at, bytes },
    ]);
  }
  return [...written.values()].flat();
}
