import type { Journal } from "../../ports/journal.ts";
import { readJson } from "./stored-json.ts";
import type {
  CommandTuple,
  ReadInputs,
  ReadOutputs,
  WriteInputs,
  WriteOutputs,
} from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

export function sqliteJournal(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): Journal {
  return {
    append: ({ sessionId, expectedHead, rows, put, remove }) =>
      writer.call("journal.append", {
        sessionId,
        expectedHead,
        rows,
        put: put.map((record) => ({
          id: record.id,
          kind: record.kind,
          rev: record.rev,
          json: JSON.stringify(record),
        })),
        remove,
      }),

    async load(sessionId) {
      const loaded = await reader.call("journal.load", { sessionId });
      if (loaded === null) return null;
      const commands: readonly CommandTuple[] = readJson(loaded.commandsJson);
      return {
        head: loaded.head,
        hash: loaded.hash,
        records: readJson(loaded.recordsJson),
        commands: commands.map(([actor, commandId, seq]) => ({ actor, commandId, seq })),
      };
    },

    head: (sessionId) => reader.call("journal.head", { sessionId }),

    rows: (sessionId, afterSeq, limit) => reader.call("journal.rows", { sessionId, afterSeq, limit }),

    async roster(sessionId) {
      const found = await reader.call("journal.roster", { sessionId });
      return found === null ? null : readJson(found);
    },

    async sessions() {
      return readJson(await reader.call("journal.sessions", null));
    },

    async overviews() {
      return readJson(await reader.call("journal.overviews", null));
    },
  };
}
