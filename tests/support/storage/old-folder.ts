import { join } from "node:path";
import Database from "better-sqlite3";
import { rowHash } from "../../../server/host/journal-row.ts";
import { GENESIS_HASH } from "../../../server/ports/journal.ts";
import { MIGRATIONS } from "../../../server/storage/sqlite/migrations.ts";
import { DATABASE_FILE } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { tempDirectory } from "../temp-directory.ts";
import { personRecord, sessionRecord } from "./journal-batches.ts";

export const OLD_SESSION = "session-0123456789abcdef";
const base = {
  roomId: "r",
  text: "问",
  originalText: null,
  addressedUnit: null,
  askerId: "p",
  anonymous: false,
  askedAt: 1,
  support: 0,
  remark: null,
  onStage: false,
};
const NOBODY = { leadUnit: null, supportUnits: [] };
const FINANCE = { leadUnit: "市财政局", supportUnits: ["市商务局"] };

/** Records as version 1 of the schema held them. */
export const OLD_RECORDS = [
  { ...sessionRecord(OLD_SESSION, 1_000), title: "旧研讨" },
  personRecord("p", { name: "郑文海", arrivedAt: 1 }),
  { kind: "room", id: "room:r", roomId: "r", name: "大会", roomKind: "plenary", order: 0, status: "open" },
  { kind: "tally", id: "tally:this", asked: 4, answered: 2, waiting: 1 },
  question("a", { ...NOBODY, nature: "pain", status: "pending" }),
  question("b", { ...FINANCE, nature: null, status: "routed", publicAt: 60_000 }),
  question("c", { ...FINANCE, nature: "pain", status: "answered", publicAt: 60_000 }),
  question("d", {
    ...FINANCE,
    nature: null,
    status: "closed",
    outcome: "follow-up",
    publicAt: 60_000,
    closedAt: 900_000,
  }),
  question("e", { ...NOBODY, nature: null, status: "declined", declineReason: "重复" }),
  {
    kind: "answer",
    id: "answer:1",
    answerId: "1",
    questionId: "c",
    text: "答",
    manner: "written",
    unit: "市财政局",
    postedBy: "q",
    postedAt: 420_000,
    editedAt: null,
    status: "public",
  },
];

function question(questionId: string, fields: object) {
  return { kind: "question", id: `question:${questionId}`, questionId, ...base, ...fields };
}

/** A data folder as the first version left it, with one row in its journal. */
export async function oldFolder(): Promise<string> {
  const directory = await tempDirectory();
  const database = new Database(join(directory, DATABASE_FILE));
  database.exec(MIGRATIONS[0] ?? "");
  database.pragma("user_version = 1");
  const row = {
    seq: 1,
    at: 1,
    actor: "organiser",
    commandId: "c",
    command: "{}",
    patches: "[]",
    prevHash: GENESIS_HASH,
  };
  const hash = rowHash(row);
  database.prepare("INSERT INTO heads VALUES (?, 1, ?)").run(OLD_SESSION, hash);
  database
    .prepare("INSERT INTO journal VALUES (?, 1, 1, 'organiser', 'c', '{}', '[]', ?, ?)")
    .run(OLD_SESSION, GENESIS_HASH, hash);
  const insert = database.prepare("INSERT INTO records VALUES (?, ?, ?, 1, ?)");
  for (const record of OLD_RECORDS)
    insert.run(OLD_SESSION, record.id, record.kind, JSON.stringify({ ...record, rev: 1 }));
  database.close();
  return directory;
}
