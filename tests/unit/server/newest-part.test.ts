import { expect, test } from "vitest";
import { journalRow } from "../../../server/host/journal-row.ts";
import { SessionList } from "../../../server/lobby/session-list.ts";
import { GENESIS_HASH, type JournalRow } from "../../../server/ports/journal.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { checkNewestPart } from "../../../server/verification/newest-part.ts";
import { batchOn, newId, sessionRecord } from "../../support/storage/journal-batches.ts";

/** A journal of so many rows, of which one may be edited. */
async function journalOf(count: number, edited: number | null) {
  const { journal } = openMemoryStorage();
  const sessionId = newId();
  const rows: JournalRow[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const entry = { seq, at: seq, actor: "organiser", commandId: `c${seq}`, patches: [] };
    const row = journalRow(
      { ...entry, command: { type: "session.seal" } },
      rows.at(-1)?.hash ?? GENESIS_HASH,
    );
    rows.push(row);
  }
  const stored = rows.map((row) => (row.seq === edited ? { ...row, at: row.at + 1 } : row));
  const put = [sessionRecord(sessionId, 1)];
  await journal.append({ sessionId, expectedHead: 0, rows: stored, put, remove: [] });
  return journal;
}

test.each([
  { count: 1, edited: null, finds: [] },
  { count: 150, edited: 1, finds: [/row 1 is not as its hash says/] },
  { count: 1000, edited: null, finds: [] },
  { count: 1000, edited: 1000, finds: [/row 1000 is not as its hash says/] },
  { count: 1000, edited: 801, finds: [/row 801 is not as its hash says/] },
  { count: 1000, edited: 800, finds: [] },
])(
  "[H5] the newest 200 of $count rows are looked at, row $edited edited",
  async ({ count, edited, finds }) => {
    const journal = await journalOf(count, edited);
    const list = new SessionList({ journal, log: () => undefined });
    const troubles = await checkNewestPart(journal, list);
    expect(troubles).toEqual(finds.map((find) => expect.stringMatching(find)));
  },
);

test("[E3] a session that is wiped while it is looked at is no damage", async () => {
  const storage = openMemoryStorage();
  const sessionId = newId();
  const put = [sessionRecord(sessionId, 1)];
  await storage.journal.append(batchOn(sessionId, 0, { put }));
  const list = new SessionList({ journal: storage.journal, log: () => undefined });
  const listed = await list.all();
  await storage.forget(sessionId);
  expect(listed.map((one) => one.sessionId)).toEqual([sessionId]);
  expect(await checkNewestPart(storage.journal, { all: async () => listed })).toEqual([]);
});
