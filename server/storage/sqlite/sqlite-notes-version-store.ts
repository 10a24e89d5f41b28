import type { NotesVersionStore } from "../../ports/notes-version-store.ts";
import { readJson } from "./stored-json.ts";
import type { ReadInputs, ReadOutputs, WriteInputs, WriteOutputs } from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

export function sqliteNotesVersionStore(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): NotesVersionStore {
  return {
    async keep({ documentName, version, packedState }, dropVersionIds) {
      // A copy: what the caller gives stays the caller's, the thread gets a buffer of its own.
      const state = new Uint8Array(packedState);
      const { versionId, at } = version;
      const row = { documentName, versionId, at, description: JSON.stringify(version), state };
      await writer.call("versions.keep", { row, dropVersionIds }, [state.buffer]);
    },
    async list(documentName) {
      return readJson(await reader.call("versions.list", { documentName }));
    },
    packedState: (documentName, versionId) => reader.call("versions.state", { documentName, versionId }),
    authorsSince: (documentName, seq) => reader.call("versions.authorsSince", { documentName, seq }),
  };
}
