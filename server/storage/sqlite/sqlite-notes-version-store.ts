import type { NewNotesVersion, NotesVersionStore } from "../../ports/notes-version-store.ts";
import { readJson } from "./stored-json.ts";
import type {
  NotesVersionRow,
  ReadInputs,
  ReadOutputs,
  WriteInputs,
  WriteOutputs,
} from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

export function sqliteNotesVersionStore(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): NotesVersionStore {
  return {
    async keep(added, dropVersionIds) {
      const row = versionRow(added);
      await writer.call("versions.keep", { row, dropVersionIds }, [row.state.buffer]);
    },
    async list(documentName) {
      return readJson(await reader.call("versions.list", { documentName }));
    },
    packedState: (documentName, versionId) => reader.call("versions.state", { documentName, versionId }),
    authorsSince: (documentName, seq) => reader.call("versions.authorsSince", { documentName, seq }),
  };
}

/** A version as a row holds it, with a copy of its state: what the caller gives stays the caller's. */
export function versionRow({ documentName, version, packedState }: NewNotesVersion): NotesVersionRow {
  const { versionId, at } = version;
  const state = new Uint8Array(packedState);
  return { documentName, versionId, at, description: JSON.stringify(version), state };
}
