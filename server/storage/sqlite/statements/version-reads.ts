import type Database from "better-sqlite3";
import type { Operations, ReadInputs, ReadOutputs } from "../threads/operations.ts";

type VersionReads = "versions.list" | "versions.state" | "versions.authorsSince";

export function versionReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, VersionReads> {
  const listDescriptions = database
    .prepare<[string], string>(
      "SELECT description FROM notes_versions WHERE document_name = ? ORDER BY at DESC, version_id DESC",
    )
    .pluck();
  const findState = database
    .prepare<[string, string], Buffer>(
      "SELECT state FROM notes_versions WHERE document_name = ? AND version_id = ?",
    )
    .pluck();
  const findAuthors = database
    .prepare<[string, number], string>(
      "SELECT DISTINCT actor FROM notes_updates WHERE document_name = ? AND seq > ? ORDER BY actor",
    )
    .pluck();

  return {
    "versions.list": ({ documentName }) => `[${listDescriptions.all(documentName).join(",")}]`,
    "versions.state": ({ documentName, versionId }) => {
      const state = findState.get(documentName, versionId);
      return state === undefined ? null : new Uint8Array(state);
    },
    "versions.authorsSince": ({ documentName, seq }) => findAuthors.all(documentName, seq),
  };
}
