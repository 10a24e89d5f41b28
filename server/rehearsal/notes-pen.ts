import { randomInt } from "node:crypto";
import { can } from "../../shared/domain/rights.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { SessionHost } from "../host/session-host.ts";
import type { NotesStore } from "../ports/notes-store.ts";
import { lineUpdate } from "./notes-line.ts";
import type { RobotAct } from "./robots/scene.ts";

/** Longer notes are left to people: reading them for a line would hold the loop. */
const NOTES_MAX_BYTES = 256 * 1024;
const CLIENT_IDS = 2 ** 32;

export interface PenParts {
  readonly store: Pick<NotesStore, "load">;
  /** As the hub writes for an actor: checked, stored, passed on. */
  readonly write: (documentName: string, updates: readonly Uint8Array[], actorId: string) => Promise<void>;
}

/** Writes lines into notes for robots, each under an id of its own as browsers do. */
export class NotesPen {
  readonly #parts: PenParts;
  readonly #clientIds = new Map<string, number>();
  readonly #lines = new Map<string, number>();

  constructor(parts: PenParts) {
    this.#parts = parts;
  }

  /** How many lines it has written in a room. */
  linesIn(roomId: string): number {
    return this.#lines.get(roomId) ?? 0;
  }

  /** Resolves once the line is on disk, or is not written: the right was lost meanwhile, or the notes are too long. */
  async write(
    host: SessionHost,
    { personId, roomId, text }: Extract<RobotAct, { kind: "line" }>,
  ): Promise<void> {
    const documentName = notesDocumentName(host.sessionId, roomId);
    const stored = await this.#parts.store.load(documentName);
    this.#lines.set(roomId, this.linesIn(roomId) + 1);
    if ((stored.snapshot?.length ?? 0) + stored.updateBytes > NOTES_MAX_BYTES) return;
    if (!can({ kind: "person", personId }, { type: "notes.write", roomId }, host.state)) return;
    const clientId = this.#clientIds.get(personId) ?? randomInt(1, CLIENT_IDS);
    this.#clientIds.set(personId, clientId);
    await this.#parts.write(documentName, [lineUpdate(documentName, stored, { clientId, text })], personId);
  }
}
