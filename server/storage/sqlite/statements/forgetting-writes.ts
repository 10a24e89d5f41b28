import type Database from "better-sqlite3";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";
import { holdersOf } from "./identity-columns.ts";

/** What stands in a row of its own for a session; what refers to another stands before it. */
const OF_SESSION = [
  "journal",
  "records",
  "removals",
  "replay_baseline_records",
  "replay_baselines",
  "heads",
  "pin_generations",
] as const;

const OF_DOCUMENT = [
  "notes_updates",
  "notes_snapshots",
  "notes_owners",
  "notes_versions",
  "notes_life_starts",
] as const;

/** Forgets whole sessions. */
export function forgettingWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, "session.forget"> {
  const ofSession = OF_SESSION.map((table) =>
    database.prepare<[string]>(`DELETE FROM ${table} WHERE session_id = ?`),
  );
  const ofDocuments = OF_DOCUMENT.map((table) =>
    database.prepare<[string, string]>(`DELETE FROM ${table} WHERE document_name >= ? AND document_name < ?`),
  );
  const removeTokens = database
    .prepare<[string], string>("DELETE FROM tokens WHERE session_id = ? RETURNING hash")
    .pluck();
  const removeSignOuts = database.prepare<[string, string]>(
    "DELETE FROM sign_outs WHERE holder >= ? AND holder < ?",
  );

  return {
    "session.forget": ({ sessionId }) => {
      for (const bounds of holdersOf(sessionId)) removeSignOuts.run(...bounds);
      for (const statement of ofSession) statement.run(sessionId);
      // The character after the slash bounds all names that begin so.
      for (const statement of ofDocuments) statement.run(`${sessionId}/`, `${sessionId}0`);
      return removeTokens.all(sessionId).sort();
    },
  };
}
