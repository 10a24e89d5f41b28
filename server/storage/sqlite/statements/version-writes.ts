import type Database from "better-sqlite3";
import { rowDigest } from "../row-digest.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";

export function versionWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, "versions.keep"> {
  const add = database.prepare<[string, string, number, string, Uint8Array, string]>(
    `INSERT INTO notes_versions (document_name, version_id, at, description, state, digest)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const drop = database.prepare<[string, string]>(
    "DELETE FROM notes_versions WHERE document_name = ? AND version_id = ?",
  );

  return {
    "versions.keep": ({ row, dropVersionIds }) => {
      const { documentName, versionId, at, description, state } = row;
      const digest = rowDigest(documentName, versionId, at, description, state);
      add.run(documentName, versionId, at, description, state, digest);
      for (const dropped of dropVersionIds) drop.run(documentName, dropped);
      return null;
    },
  };
}
