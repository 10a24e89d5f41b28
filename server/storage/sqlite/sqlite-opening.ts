import type { SessionPiece } from "../../ports/opened-session.ts";
import type { Storage } from "../../ports/storage.ts";
import { rowOf } from "./sqlite-journal.ts";
import { versionRow } from "./sqlite-notes-version-store.ts";
import type { SessionPieceRow, WriteInputs, WriteOutputs } from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

/** See `Storage.open`: each piece is a commit of its own, so that what else is written goes between them. */
export function sqliteOpening(writer: ThreadClient<WriteInputs, WriteOutputs>): Storage["open"] {
  const underWay = new Set<string>();
  return async ({ sessionId, journal, baselineHead, overview, openedAt }, pieces) => {
    if (underWay.has(sessionId)) return false;
    underWay.add(sessionId);
    try {
      if (!(await writer.call("session.beginOpening", { sessionId, baselineHead }))) return false;
      for await (const piece of pieces)
        await writer.call("session.addPiece", { sessionId, piece: pieceRow(piece) });
      const head = { sessionId, ...journal, overview: JSON.stringify(overview), openedAt };
      await writer.call("session.finishOpening", head);
      return true;
    } catch (error) {
      // Where that fails as well it goes when it is opened anew, or at the next start.
      await writer.call("session.abandonOpening", { sessionId }).catch(() => undefined);
      throw error;
    } finally {
      underWay.delete(sessionId);
    }
  };
}

/** A piece as rows hold it. */
export function pieceRow(piece: SessionPiece): SessionPieceRow {
  switch (piece.kind) {
    case "rows":
      return piece;
    case "records":
    case "baseline":
      return { kind: piece.kind, records: piece.records.map(rowOf) };
    case "notes":
      return { ...piece, snapshot: new Uint8Array(piece.snapshot) };
    case "version":
      return { kind: "version", ...versionRow(piece) };
  }
}
