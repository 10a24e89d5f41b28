import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { MIGRATIONS } from "../../server/storage/sqlite/migrations.ts";
import { DATABASE_FILE, openSqliteStorage } from "../../server/storage/sqlite/open-sqlite-storage.ts";
import { RECORDS } from "../../shared/domain/records.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const SESSION = "session-0123456789abcdef";
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
const OLD = [
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

test("data of the first schema is opened with everything in it, and every record is one of today's", async () => {
  const directory = await tempDirectory();
  const database = new Database(join(directory, DATABASE_FILE));
  database.exec(MIGRATIONS[0] ?? "");
  database.pragma("user_version = 1");
  database.prepare("INSERT INTO heads VALUES (?, 1, 'hash')").run(SESSION);
  const insert = database.prepare("INSERT INTO records VALUES (?, ?, ?, 1, ?)");
  for (const record of OLD)
    insert.run(SESSION, record.id, record.kind, JSON.stringify({ ...record, rev: 1 }));
  database.close();

  const storage = await openSqliteStorage({ directory });
  const loaded = await storage.journal.load(SESSION);
  await storage.close();
  const records = loaded?.records ?? [];
  expect(records).toHaveLength(OLD.length);
  for (const record of records) expect(RECORDS[record.kind].safeParse(record).error).toBeUndefined();
  const finance = { asked: 3, public: 3, answered: 1, waiting: 1, followUps: 1 };
  expect(records.find(({ kind }) => kind === "tally")).toMatchObject({
    asked: 4,
    public: 3,
    answered: 1,
    waiting: 1,
    followUps: 1,
    byUnit: { 市财政局: finance },
    byNature: { pain: { asked: 2, public: 1, answered: 1, waiting: 0, followUps: 0 } },
    answerMinutes: { "6": 1 },
  });
});
