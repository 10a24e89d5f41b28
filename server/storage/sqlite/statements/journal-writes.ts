import type Database from "better-sqlite3";
import { SINCE_MAX_ROWS } from "../../../ports/journal.ts";
import { checkRecordIds, checkRowsFollowHead } from "../../check-append.ts";
import type { Operations, RecordRow, WriteInputs, WriteOutputs } from "../threads/operations.ts";

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
  const addRow = database.prepare<[string, number, number, ...string[]]>(
    `INSERT INTO journal (session_id, seq, at, actor, command_id, command, patches, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putRecord = database.prepare<[string, string, string, number, string]>(
    `INSERT INTO records (session_id, id, kind, rev, json) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET kind = excluded.kind, rev = excluded.rev, json = excluded.json`,
  );
  const removeRecord = database.prepare<[string, string]>(
    "DELETE FROM records WHERE session_id = ? AND id = ?",
  );

  const noteRemoval = database.prepare<[string, number, string]>(
    "INSERT INTO removals (session_id, rev, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const forgetRemovals = database.prepare<[string, number]>(
    "DELETE FROM removals WHERE session_id = ? AND rev <= ?",
  );
  const setBaseline = database.prepare<[string, number]>(
    `INSERT INTO replay_baselines (session_id, head) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET head = excluded.head`,
  );
  const dropBaselineRecords = database.prepare<[string]>(
    "DELETE FROM replay_baseline_records WHERE session_id = ?",
  );
  const addBaselineRecord = database.prepare<[string, string, string]>(
    "INSERT INTO replay_baseline_records (session_id, id, json) VALUES (?, ?, ?)",
  );

  function putAll(sessionId: string, records: readonly RecordRow[]): void {
    for (const { id, kind, rev, json } of records) putRecord.run(sessionId, id, kind, rev, json);
  }

  return {
    "journal.append": ({ sessionId, expectedHead, rows, put, remove, overview }) => {
      const { seq: head, hash } = checkRowsFollowHead({ sessionId, expectedHead, rows });
      checkRecordIds(sessionId, put);
      const { changes } =
        expectedHead === 0
          ? beginHead.run(sessionId, head, hash, overview)
          : moveHead.run(head, hash, overview, sessionId, expectedHead);
      if (changes === 0) return { ok: false, head: findHead.get(sessionId) ?? 0 };
      for (const row of rows) {
        addRow.run(
          sessionId,
          row.seq,
          row.at,
          row.actor,
          row.commandId,
          row.command,
          row.patches,
          row.prevHash,
          row.hash,
        );
      }
      putAll(sessionId, put);
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
      putAll(sessionId, put);
      if (baseline === null) return true;
      setBaseline.run(sessionId, head);
      dropBaselineRecords.run(sessionId);
      for (const { id, json } of baseline) addBaselineRecord.run(sessionId, id, json);
      return true;
    },
  };
}
