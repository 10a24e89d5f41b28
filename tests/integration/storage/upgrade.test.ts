import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { loadSession } from "../../../server/host/load-session.ts";
import { SessionList } from "../../../server/lobby/session-list.ts";
import { DATABASE_FILE, openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { kindOf } from "../../../shared/domain/kinds.ts";
import { upgradeRecords } from "../../../shared/domain/upgrades.ts";
import { OLD_RECORDS, OLD_SESSION, oldFolder } from "../../support/storage/old-folder.ts";
import { openForTest, STORAGE_ADAPTERS } from "../../support/storage/storage-adapters.ts";

const log = () => undefined;
const SQLITE = STORAGE_ADAPTERS.find(({ durable }) => durable);

async function openOld(directory: string) {
  if (SQLITE === undefined) throw new Error("no adapter that lasts");
  return (await openForTest(SQLITE, directory)).journal;
}

test("data of the first schema is loaded with everything in it, and every record is one of today's", async () => {
  const journal = await openOld(await oldFolder());
  const loaded = await loadSession({ journal, log }, OLD_SESSION);
  const records = [...(loaded?.state.everything() ?? [])];
  expect(records).toHaveLength(OLD_RECORDS.length);
  for (const record of records) expect(kindOf(record).schema.safeParse(record).error).toBeUndefined();
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

test("a session is upgraded once: what it became is stored, and what is today's is left alone", async () => {
  const journal = await openOld(await oldFolder());
  const upgraded = await loadSession({ journal, log }, OLD_SESSION);
  const stored = await journal.load(OLD_SESSION);
  expect(stored).toMatchObject({ head: 1, lacksBaseline: false, overview: { title: "旧研讨", people: 1 } });
  expect(stored?.records).toEqual(
    [...(upgraded?.state.everything() ?? [])].sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
  const again = upgradeRecords(stored?.records ?? []);
  expect(again.changed).toEqual([]);
  expect(again.records.every((record, index) => record === stored?.records[index])).toBe(true);
});

test("sessions of an earlier version are listed right after the upgrade, and then without being read", async () => {
  const journal = await openOld(await oldFolder());
  expect(await journal.sessions()).toEqual([{ sessionId: OLD_SESSION, overview: null, openedAt: null }]);
  const shown = [{ sessionId: OLD_SESSION, title: "旧研讨", people: 1, arrived: 1, rooms: 1 }];
  expect(await new SessionList({ journal, log }).all()).toMatchObject(shown);
  const unread = { ...journal, load: () => Promise.reject(new Error("read all the same")) };
  expect(await new SessionList({ journal: unread, log }).all()).toMatchObject(shown);
});

test("no name stands in what replaying begins with", async () => {
  const directory = await oldFolder();
  const storage = await openSqliteStorage({ directory });
  await loadSession({ journal: storage.journal, log }, OLD_SESSION);
  await storage.close();
  const database = new Database(join(directory, DATABASE_FILE), { readonly: true });
  const kept = database.prepare<[], string>("SELECT json FROM replay_baseline_records").pluck().all();
  database.close();
  expect(kept).toHaveLength(OLD_RECORDS.length);
  expect(kept.join()).not.toContain("郑文海");
});

test("a disk that takes nothing does not keep an old session from being read", async () => {
  const journal = await openOld(await oldFolder());
  const full = { ...journal, amend: () => Promise.reject(new Error("the disk is full")) };
  expect((await loadSession({ journal: full, log }, OLD_SESSION))?.state.count("question")).toBe(5);
  expect((await journal.load(OLD_SESSION))?.lacksBaseline).toBe(true);
});
