import type Database from "better-sqlite3";
import { checkOpenedJournal, checkRecordIds } from "../../check-append.ts";
import type { Operations, SessionPieceRow, WriteInputs, WriteOutputs } from "../threads/operations.ts";
import { forgettingWrites } from "./forgetting-writes.ts";
import { journalInserts } from "./journal-inserts.ts";
import { notesInserts } from "./notes-inserts.ts";
import { versionWrites } from "./version-writes.ts";

type OpeningWrites =
  | "session.beginOpening"
  | "session.addPiece"
  | "session.finishOpening"
  | "session.abandonOpening";

/** Keeps a session from elsewhere piece by piece; its head is 0, by which nobody finds it, until it is whole. */
export function openingWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, OpeningWrites> {
  const begin = database.prepare<[string]>(
    "INSERT INTO heads (session_id, head, hash) VALUES (?, 0, '') ON CONFLICT DO NOTHING",
  );
  const findLastRow = database.prepare<[string], { seq: number; hash: string }>(
    "SELECT seq, hash FROM journal WHERE session_id = ? ORDER BY seq DESC LIMIT 1",
  );
  const countRows = database
    .prepare<[string], number>("SELECT count(*) FROM journal WHERE session_id = ?")
    .pluck();
  const finish = database.prepare<[number, string, string, number, string]>(
    "UPDATE heads SET head = ?, hash = ?, overview = ?, opened_at = ? WHERE session_id = ? AND head = 0",
  );
  const inserts = { ...journalInserts(database), ...notesInserts(database) };
  const { "versions.keep": keepVersion } = versionWrites(database);

  function add(sessionId: string, piece: SessionPieceRow): void {
    switch (piece.kind) {
      case "rows":
        inserts.addRows(sessionId, piece.rows);
        return;
      case "records":
        checkRecordIds(sessionId, piece.records);
        inserts.putRecords(sessionId, piece.records);
        return;
      case "baseline":
        inserts.addBaselineRecords(sessionId, piece.records);
        return;
      case "notes": {
        const { documentName, seq, snapshot, owners } = piece;
        inserts.putSnapshot(documentName, seq, snapshot);
        for (const [clientId, actor] of owners) inserts.addOwner(documentName, clientId, actor);
        return;
      }
      case "version":
        keepVersion({ row: piece, dropVersionIds: [] });
    }
  }

  const findUnfinished = database
    .prepare<[string], string>("SELECT session_id FROM heads WHERE session_id = ? AND head = 0")
    .pluck();
  const { "session.forget": forget } = forgettingWrites(database);
  const abandon = (sessionId: string) => {
    if (findUnfinished.get(sessionId) !== undefined) forget({ sessionId });
  };

  return {
    "session.beginOpening": ({ sessionId, baselineHead }) => {
      // Left by one that failed, and could not be taken away then.
      abandon(sessionId);
      if (begin.run(sessionId).changes === 0) return false;
      if (baselineHead !== null) inserts.setBaseline(sessionId, baselineHead);
      return true;
    },
    "session.addPiece": ({ sessionId, piece }) => {
      add(sessionId, piece);
      return null;
    },
    "session.finishOpening": ({ sessionId, head, hash, overview, openedAt }) => {
      checkOpenedJournal(
        { sessionId, head, hash },
        { rows: countRows.get(sessionId) ?? 0, lastRow: findLastRow.get(sessionId) },
      );
      finish.run(head, hash, overview, openedAt, sessionId);
      return null;
    },
    "session.abandonOpening": ({ sessionId }) => {
      abandon(sessionId);
      return null;
    },
  };
}

/** Forgets sessions of which a server that ended had stored some pieces. */
export function forgetUnfinished(database: Database.Database): void {
  const { "session.forget": forget } = forgettingWrites(database);
  const unfinished = database
    .prepare<[], string>("SELECT session_id FROM heads WHERE head = 0")
    .pluck()
    .all();
  for (const sessionId of unfinished) database.transaction(() => forget({ sessionId })).immediate();
}
