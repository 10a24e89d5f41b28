import { createHash, randomBytes } from "node:crypto";
import { type Batch, GENESIS_HASH, type JournalRow } from "../../../server/ports/journal.ts";
import { type FollowupRecord, followupRecordId } from "../../../shared/domain/followups/records.ts";
import { type PersonRecord, personRecordId } from "../../../shared/domain/people/records.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID, type SessionRecord } from "../../../shared/domain/session/records.ts";

/** An id as a client makes it. */
export function newId(): string {
  return randomBytes(16).toString("base64url");
}

export interface BatchOptions {
  /** How many rows; 1 unless told. */
  readonly rows?: number;
  readonly put?: readonly AnyRecord[];
  readonly remove?: readonly string[];
  readonly overview?: object;
  readonly actor?: string;
  /** The first row's command id; the others get new ones. */
  readonly commandId?: string;
  readonly prevHash?: string;
}

/** A well-formed batch on top of `expectedHead`, its rows chained by their hashes. */
export function batchOn(sessionId: string, expectedHead: number, options: BatchOptions = {}): Batch {
  const { rows: count = 1, put = [], remove = [], actor = "person:p1" } = options;
  const rows: JournalRow[] = [];
  let prevHash = options.prevHash ?? GENESIS_HASH;
  for (let index = 0; index < count; index += 1) {
    const seq = expectedHead + 1 + index;
    const commandId = (index === 0 ? options.commandId : undefined) ?? newId();
    const command = JSON.stringify({ type: "question.ask", text: `第${seq}个问题`, commandId });
    const hash = createHash("sha256").update(prevHash).update(command).digest("hex");
    rows.push({
      seq,
      at: 1_790_000_000_000 + seq,
      actor,
      commandId,
      command,
      patches: "[]",
      prevHash,
      hash,
    });
    prevHash = hash;
  }
  const { overview } = options;
  return { sessionId, expectedHead, rows, put, remove, ...(overview !== undefined && { overview }) };
}

export function roomRecord(roomId: string, fields: Partial<RoomRecord> = {}): RoomRecord {
  return {
    id: `room:${roomId}`,
    kind: "room",
    rev: 1,
    roomId,
    name: "第一组",
    roomKind: "breakout",
    order: 1,
    moderation: null,
    status: "open",
    closing: null,
    ...fields,
  };
}

export function personRecord(personId: string, fields: Partial<PersonRecord> = {}): PersonRecord {
  return {
    id: personRecordId(personId),
    kind: "person",
    rev: 1,
    personId,
    order: 1,
    name: "郑文海",
    unit: "文峰区财政局",
    post: null,
    side: "county",
    duties: [],
    group: null,
    seat: null,
    roomId: null,
    arrivedAt: null,
    removed: false,
    ...fields,
  };
}

export function sessionRecord(sessionId: string, createdAt: number): SessionRecord {
  return {
    id: SESSION_RECORD_ID,
    kind: "session",
    rev: 1,
    sessionId,
    title: "县域经济研讨",
    startsAt: null,
    place: "三楼会议室",
    settings: { moderation: "before", anonymity: "hidden" },
    createdAt,
    status: "open",
  };
}

/** A row of the ledger nobody has worked on yet. */
export function followupRecord(
  followupId: string,
  fields: Partial<Extract<FollowupRecord, { status: "new" }>> = {},
): FollowupRecord {
  return {
    id: followupRecordId(followupId),
    kind: "followup",
    rev: 1,
    followupId,
    number: 1,
    text: "专项债二审由哪一方负责？",
    nature: null,
    topics: [],
    askers: [{ askerId: "p1", anonymous: false }],
    gist: null,
    leadUnit: null,
    supportUnits: [],
    personInCharge: null,
    leaderInCharge: null,
    dueAt: null,
    evidence: null,
    openedAt: 1_790_000_000_000,
    status: "new",
    ...fields,
  };
}
