import type Database from "better-sqlite3";
import { type AcceptedCommand, type JournalRow, SINCE_MAX_ROWS } from "../../../ports/journal.ts";
import type {
  BaselineLoad,
  JournalLoad,
  JournalSince,
  Operations,
  ReadInputs,
  ReadOutputs,
} from "../threads/operations.ts";

type JournalReads =
  | "journal.load"
  | "journal.head"
  | "journal.rows"
  | "journal.baseline"
  | "journal.since"
  | "journal.records"
  | "journal.sessions";

export function journalReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, JournalReads> {
  const findHead = database.prepare<[string], { head: number; hash: string }>(
    "SELECT head, hash FROM heads WHERE session_id = ? AND head > 0",
  );
  const findRecords = database
    .prepare<[string], string>("SELECT json FROM records WHERE session_id = ? ORDER BY id")
    .pluck();
  // Read from the index alone, which is a fraction of the rows.
  const findCommands = database
    .prepare<[string], string>(
      `SELECT json_group_array(json_array(actor, command_id, seq) ORDER BY seq)
       FROM journal INDEXED BY journal_commands WHERE session_id = ?`,
    )
    .pluck();
  const findRows = database.prepare<[string, number, number], JournalRow>(
    `SELECT seq, at, actor, command_id AS commandId, command, patches, prev_hash AS prevHash, hash
     FROM journal WHERE session_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  const findListed = database.prepare<[string], { overview: string | null; openedAt: number | null }>(
    "SELECT overview, opened_at AS openedAt FROM heads WHERE session_id = ?",
  );
  const findLackOfBaseline = database
    .prepare<[string, string], number>(
      `SELECT EXISTS (SELECT * FROM replay_baselines WHERE session_id = ?)
         AND NOT EXISTS (SELECT * FROM replay_baseline_records WHERE session_id = ?)`,
    )
    .pluck();
  const findBaselineHead = database
    .prepare<[string], number>("SELECT head FROM replay_baselines WHERE session_id = ?")
    .pluck();
  const findBaselineRecords = database
    .prepare<[string], string>("SELECT json FROM replay_baseline_records WHERE session_id = ? ORDER BY id")
    .pluck();
  const findChanged = database
    .prepare<[string, number], string>(
      "SELECT json FROM records WHERE session_id = ? AND rev > ? ORDER BY id",
    )
    .pluck();
  const findRemoved = database
    .prepare<[string, number], string>(
      `SELECT DISTINCT id FROM removals WHERE session_id = ? AND rev > ?
         AND NOT EXISTS (
           SELECT * FROM records WHERE records.session_id = removals.session_id AND records.id = removals.id
         )
       ORDER BY id`,
    )
    .pluck();
  const findAccepted = database.prepare<[string, number], AcceptedCommand>(
    "SELECT actor, command_id AS commandId, seq FROM journal WHERE session_id = ? AND seq > ? ORDER BY seq",
  );
  // Ids begin with their kind, so the records of a kind are a range of the primary key.
  const findOfKind = database
    .prepare<[string, string, string], string>(
      "SELECT json FROM records WHERE session_id = ? AND id > ? || ':' AND id < ? || ';' ORDER BY id",
    )
    .pluck();
  const findSessions = database.prepare<[], ReadOutputs["journal.sessions"][number]>(
    `SELECT session_id AS sessionId, overview, opened_at AS openedAt FROM heads
     WHERE head > 0 ORDER BY session_id`,
  );

  // One transaction, so that head, records and commands are of the same moment.
  const load = database.transaction((sessionId: string): JournalLoad | null => {
    const head = findHead.get(sessionId);
    if (head === undefined) return null;
    const listed = findListed.get(sessionId);
    return {
      ...head,
      recordsJson: arrayOf(findRecords.all(sessionId)),
      commandsJson: findCommands.get(sessionId) ?? "[]",
      overview: listed?.overview ?? null,
      openedAt: listed?.openedAt ?? null,
      lacksBaseline: findLackOfBaseline.get(sessionId, sessionId) === 1,
    };
  });

  const baseline = database.transaction((sessionId: string): BaselineLoad | null => {
    const head = findBaselineHead.get(sessionId);
    return head === undefined ? null : { head, recordsJson: arrayOf(findBaselineRecords.all(sessionId)) };
  });

  const since = database.transaction((sessionId: string, head: number): JournalSince | null => {
    const now = findHead.get(sessionId);
    if (now === undefined || now.head < head || now.head - head > SINCE_MAX_ROWS) return null;
    return {
      ...now,
      putJson: arrayOf(findChanged.all(sessionId, head)),
      removed: findRemoved.all(sessionId, head),
      commands: findAccepted.all(sessionId, head),
    };
  });

  const records = database.transaction((sessionId: string, kinds: readonly string[]): string | null => {
    if (findHead.get(sessionId) === undefined) return null;
    return arrayOf([...kinds].sort().flatMap((kind) => findOfKind.all(sessionId, kind, kind)));
  });

  return {
    "journal.load": ({ sessionId }) => load(sessionId),
    "journal.head": ({ sessionId }) => findHead.get(sessionId) ?? null,
    "journal.rows": ({ sessionId, afterSeq, limit }) => findRows.all(sessionId, afterSeq, limit),
    "journal.baseline": ({ sessionId }) => baseline(sessionId),
    "journal.since": ({ sessionId, head }) => since(sessionId, head),
    "journal.records": ({ sessionId, kinds }) => records(sessionId, kinds),
    "journal.sessions": () => findSessions.all(),
  };
}

function arrayOf(jsons: readonly string[]): string {
  return `[${jsons.join(",")}]`;
}
