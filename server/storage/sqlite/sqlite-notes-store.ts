import type { NotesStore } from "../../ports/notes-store.ts";
import { packBytes, unpackBytes } from "./packed-bytes.ts";
import type { ReadInputs, ReadOutputs, WriteInputs, WriteOutputs } from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

const NO_BYTES = new Uint8Array();

export function sqliteNotesStore(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): NotesStore {
  return {
    async load(documentName) {
      const { updates, ...loaded } = await reader.call("notes.load", { documentName });
      return { ...loaded, updates: unpackBytes(updates), updateBytes: updates.bytes.byteLength };
    },

    async append(updates) {
      const packed = packBytes(updates.map(({ bytes }) => bytes));
      const rows = updates.map(({ documentName, seq, actor, clientIds, at }) => ({
        documentName,
        seq,
        actor,
        clientIds,
        at,
      }));
      return writer.call("notes.append", { updates: rows, packed }, [packed.bytes.buffer]);
    },

    async since(documentName, seq) {
      const changes = await reader.call("notes.since", { documentName, seq });
      if (changes === null) return null;
      const parts = unpackBytes(changes.packed);
      const updates = changes.updates.map((row, index) => ({ ...row, bytes: parts[index] ?? NO_BYTES }));
      return { updates, owners: changes.owners };
    },

    async compact(documentName, uptoSeq, snapshot) {
      // A copy: what the caller gives stays the caller's, the thread gets a buffer of its own.
      const copy = new Uint8Array(snapshot);
      await writer.call("notes.compact", { documentName, uptoSeq, snapshot: copy }, [copy.buffer]);
    },
  };
}
