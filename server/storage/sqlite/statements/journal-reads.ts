import type Database from "better-sqlite3";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import type { JournalRow } from "../../../ports/journal.ts";
import type { JournalLoad, Operations, ReadInputs, ReadOutputs } from "../threads/operations.ts";

type JournalReads =
  | "journal.load"
  | "journal.head"
  | "journal.rows"
  | "journal.roster"
  | "journal.sessions"
  | "journal.overviews";

/** Ids begin with their kind, so the people of a session are a range of the primary key. */
const ID_OF_PERSON = `id >= 'person:' AND id < 'person;'`;
const PERSON = `session_id = session.session_id AND ${ID_OF_PERSON} AND NOT json ->> '$.removed'`;

export function journalReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, JournalReads> {
  const findHead = database.prepare<[string], { head: number; hash: string }>(
    "SELECT head, hash FROM heads WHERE session_id = ?",
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
  const findSession = database
    .prepare<[string, string], string>("SELECT json FROM records WHERE session_id = ? AND id = ?")
    .pluck();
  const findPeople = database
    .prepare<[string], string>(
      `SELECT json FROM records WHERE session_id = ? AND ${ID_OF_PERSON} ORDER BY id`,
    )
    .pluck();
  const findSessions = database
    .prepare<[], string>(
      `SELECT json FROM records WHERE kind = 'session' ORDER BY json ->> '$.createdAt' DESC, session_id`,
    )
    .pluck();

  // `json()` around the subquery, whose JSON would be a text from SQLite 3.54 on.
  const findOverviews = database
    .prepare<[], string>(
      `SELECT json_object(
         'record', json(session.json),
         'people', (SELECT count(*) FROM records WHERE ${PERSON}),
         'arrived', (SELECT count(*) FROM records WHERE ${PERSON} AND json ->> '$.arrivedAt' IS NOT NULL),
         'rooms', (SELECT count(*) FROM records WHERE session_id = session.session_id AND id >= 'room:' AND id < 'room;'),
         'followups', json((
           SELECT json_group_array(
             json_object('status', json ->> '$.status', 'dueAt', json ->> '$.dueAt') ORDER BY id
           ) FROM records WHERE session_id = session.session_id AND id >= 'followup:' AND id < 'followup;'
         ))
       ) FROM records session
       WHERE kind = 'session' ORDER BY json ->> '$.createdAt' DESC, session_id`,
    )
    .pluck();

  // One transaction, so that head, records and commands are of the same moment.
  const load = database.transaction((sessionId: string): JournalLoad | null => {
    const head = findHead.get(sessionId);
    if (head === undefined) return null;
    const recordsJson = arrayOf(findRecords.all(sessionId));
    return { ...head, recordsJson, commandsJson: findCommands.get(sessionId) ?? "[]" };
  });

  const roster = database.transaction((sessionId: string): string | null => {
    const session = findSession.get(sessionId, SESSION_RECORD_ID);
    return session === undefined
      ? null
      : `{"session":${session},"people":${arrayOf(findPeople.all(sessionId))}}`;
  });

  return {
    "journal.load": ({ sessionId }) => load(sessionId),
    "journal.head": ({ sessionId }) => findHead.get(sessionId) ?? null,
    "journal.rows": ({ sessionId, afterSeq, limit }) => findRows.all(sessionId, afterSeq, limit),
    "journal.roster": ({ sessionId }) => roster(sessionId),
    "journal.sessions": () => arrayOf(findSessions.all()),
    "journal.overviews": () => arrayOf(findOverviews.all()),
  };
}

function arrayOf(jsons: readonly string[]): string {
  return `[${jsons.join(",")}]`;
}
