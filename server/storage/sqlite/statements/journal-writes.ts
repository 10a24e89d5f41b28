import type Database from "better-sqlite3";
import { SINCE_MAX_ROWS } from "../../../ports/journal.ts";
import { checkRecordIds, checkRowsFollowHead } from "../../check-append.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";
import { journalInserts } from "./journal-inserts.ts";

/** Appends to journals and amends sessions; what belongs to one batch or amendment stands or falls together. */
export function journalWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, "journal.append" | "journal.amend"> {
  const beginHead = database.prepare<[string, number, string, string | null]>(
    "INSERT INTO heads (session_id, head, hash, overview) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const moveHead = database.prepare<[number, string, string | null, string, number]>(
    "UPDATE heads SET head = ?, hash = ?, overview = ifnull(?, overview) WHERE session_id = ? AND head = ?",
  );
  const setOverview = database.prepare<[string | null, string, number]>(
    "UPDATE heads SET overview = ? WHERE session_id = ? AND head = ?",
  );
  const findHead = database.prepare<[string], number>("SELECT head FROM heads WHERE session_id = ?").pluck();
  const removeRecord = database.prepare<[string, string]>(
    "DELETE FROM records WHERE session_id = ? AND id = ?",
  );

  const noteRemoval = database.prepare<[string, number, string]>(
    "INSERT INTO removals (session_id, rev, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const forgetRemovals = database.prepare<[string, number]>(
    "DELETE FROM removals WHERE session_id = ? AND rev <= ?",
  );
  const dropBaselineRecords = database.prepare<[string]>(
    "DELETE FROM replay_baseline_records WHERE session_id = ?",
  );
  const inserts = journalInserts(database);

  return {
    "journal.append": ({ sessionId, expectedHead, rows, put, remove, overview }) => {
      const { seq: head, hash } = checkRowsFollowHead({ sessionId, expectedHead, rows });
      checkRecordIds(sessionId, put);
      const { changes } =
        expectedHead === 0
          ? beginHead.run(sessionId, head, hash, overview)
          : moveHead.run(head, hash, overview, sessionId, expectedHead);
      if (changes === 0) return { ok: false, head: findHead.get(sessionId) ?? 0 };
      inserts.addRows(sessionId, rows);
      inserts.putRecords(sessionId, put);
      for (const id of remove) {
        removeRecord.run(sessionId, id);
        noteRemoval.run(sessionId, head, id);
      }
      if (remove.length > 0) forgetRemovals.run(sessionId, head - SINCE_MAX_ROWS);
      return { ok: true };
    },

    "journal.amend": ({ sessionId, head, put, overview, baseline }) => {
      checkRecordIds(sessionId, put);
      if (setOverview.run(overview, sessionId, head).changes === 0) return false;
      inserts.putRecords(sessionId, put);
      if (baseline === null) return true;
      inserts.setBaseline(sessionId, head);
      dropBaselineRecords.run(sessionId);
      inserts.addBaselineRecords(sessionId, baseline);
      return true;
    },
  };
}
