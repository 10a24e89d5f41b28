import type Database from "better-sqlite3";
import type { JournalRow } from "../../../ports/journal.ts";
import type { RecordRow } from "../threads/operations.ts";

/** Puts rows of a session into its tables, for whatever stores some. */
export function journalInserts(database: Database.Database) {
  const addRow = database.prepare<[string, number, number, ...string[]]>(
    `INSERT INTO journal (session_id, seq, at, actor, command_id, command, patches, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putRecord = database.prepare<[string, string, string, number, string]>(
    `INSERT INTO records (session_id, id, kind, rev, json) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET kind = excluded.kind, rev = excluded.rev, json = excluded.json`,
  );
  const setBaseline = database.prepare<[string, number]>(
    `INSERT INTO replay_baselines (session_id, head) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET head = excluded.head`,
  );
  const addBaselineRecord = database.prepare<[string, string, string]>(
    "INSERT INTO replay_baseline_records (session_id, id, json) VALUES (?, ?, ?)",
  );

  return {
    addRows(sessionId: string, rows: readonly JournalRow[]): void {
      for (const { seq, at, actor, commandId, command, patches, prevHash, hash } of rows)
        addRow.run(sessionId, seq, at, actor, commandId, command, patches, prevHash, hash);
    },
    putRecords(sessionId: string, records: readonly RecordRow[]): void {
      for (const { id, kind, rev, json } of records) putRecord.run(sessionId, id, kind, rev, json);
    },
    setBaseline(sessionId: string, head: number): void {
      setBaseline.run(sessionId, head);
    },
    addBaselineRecords(sessionId: string, records: readonly RecordRow[]): void {
      for (const { id, json } of records) addBaselineRecord.run(sessionId, id, json);
    },
  };
}
