import { expect, test } from "vitest";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { kindOf } from "../../../shared/domain/kinds.ts";
import { OLD_RECORDS, OLD_SESSION, oldFolder } from "../../support/storage/old-folder.ts";

test("data of the first schema is opened with everything in it, and every record is one of today's", async () => {
  const directory = await oldFolder();
  const storage = await openSqliteStorage({ directory });
  const loaded = await storage.journal.load(OLD_SESSION);
  await storage.close();
  const records = loaded?.records ?? [];
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
