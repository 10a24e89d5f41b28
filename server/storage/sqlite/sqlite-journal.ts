import type { Journal, StoredRecord } from "../../ports/journal.ts";
import { readJson } from "./stored-json.ts";
import type {
  CommandTuple,
  ReadInputs,
  ReadOutputs,
  RecordRow,
  WriteInputs,
  WriteOutputs,
} from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

export function sqliteJournal(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): Journal {
  return {
    append: ({ sessionId, expectedHead, rows, put, remove, overview }) =>
      writer.call("journal.append", {
        sessionId,
        expectedHead,
        rows,
        put: put.map(rowOf),
        remove,
        overview: overview === undefined ? null : JSON.stringify(overview),
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
        overview: overviewOf(loaded.overview),
        openedAt: loaded.openedAt,
        lacksBaseline: loaded.lacksBaseline,
      };
    },

    head: (sessionId) => reader.call("journal.head", { sessionId }),

    rows: (sessionId, afterSeq, limit) => reader.call("journal.rows", { sessionId, afterSeq, limit }),

    async baseline(sessionId) {
      const found = await reader.call("journal.baseline", { sessionId });
      return found === null ? null : { head: found.head, records: readJson(found.recordsJson) };
    },

    async since(sessionId, head) {
      const changes = await reader.call("journal.since", { sessionId, head });
      if (changes === null) return null;
      const { putJson, ...others } = changes;
      return { ...others, put: readJson(putJson) };
    },

    async records(sessionId, kinds) {
      const found = await reader.call("journal.records", { sessionId, kinds });
      return found === null ? null : readJson(found);
    },

    amend: ({ sessionId, head, put, overview, baseline }) =>
      writer.call("journal.amend", {
        sessionId,
        head,
        put: put.map(rowOf),
        overview: overview === null ? null : JSON.stringify(overview),
        baseline: baseline === null ? null : baseline.map(rowOf),
      }),

    async sessions() {
      const listed = await reader.call("journal.sessions", null);
      return listed.map(({ overview, ...others }) => ({ ...others, overview: overviewOf(overview) }));
    },
  };
}

/** A record as a row holds it. */
export function rowOf(record: StoredRecord): RecordRow {
  return { id: record.id, kind: record.kind, rev: record.rev, json: JSON.stringify(record) };
}

/** Null also for one that cannot be read: it can be made anew. */
function overviewOf(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
