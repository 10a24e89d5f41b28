import type Database from "better-sqlite3";
import { checkRowsFollowHead } from "../../check-append.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";

/** Appends to journals; rows and records of one batch stand or fall together. */
export function journalWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, "journal.append"> {
  const beginHead = database.prepare<[string, number, string]>(
    "INSERT INTO heads (session_id, head, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const moveHead = database.prepare<[number, string, string, number]>(
    "UPDATE heads SET head = ?, hash = ? WHERE session_id = ? AND head = ?",
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

  return {
    "journal.append": ({ sessionId, expectedHead, rows, put, remove }) => {
      const { seq: head, hash } = checkRowsFollowHead({ sessionId, expectedHead, rows });
      const { changes } =
        expectedHead === 0
          ? beginHead.run(sessionId, head, hash)
          : moveHead.run(head, hash, sessionId, expectedHead);
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
      for (const record of put) putRecord.run(sessionId, record.id, record.kind, record.rev, record.json);
      for (const id of remove) removeRecord.run(sessionId, id);
      return { ok: true };
    },
  };
}
