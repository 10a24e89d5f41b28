import { isKind, kindOf } from "../../shared/domain/kinds.ts";
import type { Patch } from "../../shared/domain/patches.ts";
import { nameOfKind } from "../../shared/domain/record-base.ts";
import { SESSION_RECORD_ID, type SessionRecord } from "../../shared/domain/session/records.ts";
import { upgradeRecords } from "../../shared/domain/upgrades.ts";
import type { KeptRecord } from "../ports/kept-data.ts";
import type { SessionData } from "./verify-session.ts";

/** The session that an archive says it is of, and the rooms whose notes it has. */
interface Said {
  readonly sessionId: string;
  readonly roomIds: readonly string[];
}

/** Where an archive does not agree with itself in what a folder's tables keep apart by themselves; names nobody. */
export function archivedAgreement(
  data: Pick<SessionData, "journal" | "records">,
  { sessionId, roomIds }: Said,
): string[] {
  const troubles: string[] = [];
  const ids = new Set<string>();
  let isOfSession = false;
  for (const { id, kind, json } of data.records(sessionId)) {
    if (ids.has(id)) troubles.push(`record ${id}: there twice`);
    if (nameOfKind(id) !== kind) troubles.push(`record ${id}: its id is not that of its kind`);
    ids.add(id);
    if (id === SESSION_RECORD_ID) isOfSession = (JSON.parse(json) as SessionRecord).sessionId === sessionId;
  }
  if (!isOfSession) troubles.push("its records are of another session");
  for (const roomId of roomIds) if (!ids.has(`room:${roomId}`)) troubles.push(`notes ${roomId}: of no room`);
  const commands = new Set<string>();
  for (const { seq, actor, commandId } of data.journal(sessionId)) {
    const key = JSON.stringify([actor, commandId]);
    if (commands.has(key)) troubles.push(`row ${seq}: its command is there already`);
    commands.add(key);
  }
  return troubles;
}

/** Whether a session has records, or rows that make some, of a shape that is not known here: a later version writes such. */
export function isOfUnknownShape(data: Pick<SessionData, "journal" | "records">, sessionId: string): boolean {
  const records = [...data.records(sessionId)];
  if (records.some(({ kind }) => !isKind(kind))) return true;
  try {
    if (today(records).some((record) => !kindOf(record).schema.safeParse(record).success)) return true;
    for (const { patches } of data.journal(sessionId))
      if ((JSON.parse(patches) as Patch[]).some(({ id }) => !isKind(nameOfKind(id)))) return true;
  } catch {
    // What cannot be read at all is of no version.
  }
  return false;
}

function today(records: readonly KeptRecord[]) {
  return upgradeRecords(records.map(({ json }) => JSON.parse(json))).records;
}
