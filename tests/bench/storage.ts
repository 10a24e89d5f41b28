import { join } from "node:path";
import Database from "better-sqlite3";
import { migrate } from "../../server/storage/sqlite/migrations.ts";
import { packBytes } from "../../server/storage/sqlite/packed-bytes.ts";
import { journalReads } from "../../server/storage/sqlite/statements/journal-reads.ts";
import { journalWrites } from "../../server/storage/sqlite/statements/journal-writes.ts";
import { notesReads } from "../../server/storage/sqlite/statements/notes-reads.ts";
import { beginLife, notesWrites } from "../../server/storage/sqlite/statements/notes-writes.ts";
import { groupCommit } from "../../server/storage/sqlite/threads/group-commit.ts";
import type { Reply } from "../../server/storage/sqlite/threads/operations.ts";
import { batchOn, newId, roomRecord } from "../support/storage/journal-batches.ts";
import { makeDirectory, removeDirectory } from "../support/temp-directory.ts";
import { type BenchReport, median, rounded } from "./measuring/report.ts";
import { nodeSqlite } from "./peers/node-sqlite.ts";

const PAIRS = 9;
/** One measurement: so many commits of so many appends, then so many loads of what they wrote. */
const COMMITS = 400;
const APPENDS_A_COMMIT = 8;
const RECORDS = 500;
const LOADS = 40;
const UPDATE_BYTES = 120;

const WORKS = ["journal appended", "notes appended", "session loaded", "notes loaded"] as const;
type Work = (typeof WORKS)[number];

/** Processor time of the database thread's own work, without the disk, under our driver and under Node's. */
export async function storage(): Promise<BenchReport> {
  const ratios = new Map<Work, number[]>(WORKS.map((work) => [work, []]));
  const costs = new Map<Work, { ours: number[]; peer: number[] }>(
    WORKS.map((work) => [work, { ours: [], peer: [] }]),
  );
  await measured((file) => new Database(file));
  await measured(nodeSqlite);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const openings = [(file: string) => new Database(file), nodeSqlite];
    if (pair % 2 === 1) openings.reverse();
    const results = [];
    for (const open of openings) results.push(await measured(open));
    if (pair % 2 === 1) results.reverse();
    const [ours, peer] = results;
    for (const work of WORKS) {
      const [one = Number.NaN, other = Number.NaN] = [ours?.[work], peer?.[work]];
      costs.get(work)?.ours.push(one);
      costs.get(work)?.peer.push(other);
      ratios.get(work)?.push(one / other);
    }
  }
  return {
    title: `better-sqlite3 against node:sqlite: processor time of the same statements, medians of ${PAIRS} pairs`,
    columns: ["work", "better-sqlite3, µs", "node:sqlite, µs", "ratio"],
    rows: WORKS.map((work) => [
      work,
      rounded(median(costs.get(work)?.ours ?? []), 1),
      rounded(median(costs.get(work)?.peer ?? []), 1),
      rounded(median(ratios.get(work) ?? [])),
    ]),
    figures: Object.fromEntries(WORKS.map((work) => [work, rounded(median(ratios.get(work) ?? []))])),
  };
}

/** Microseconds of processor time a piece of each work. */
async function measured(open: (file: string) => Database.Database): Promise<Record<Work, number>> {
  const directory = await makeDirectory();
  const database = open(join(directory, "bench.db"));
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = OFF");
    migrate(database);
    const answer = groupCommit(database, {
      ...journalWrites(database),
      ...notesWrites(database, beginLife(database)),
    } as Parameters<typeof groupCommit>[1]);
    const sessionId = newId();
    const documentName = `${sessionId}/room/notes`;
    const loadJournal = journalReads(database)["journal.load"];
    const loadNotes = notesReads(database)["notes.load"];
    return {
      "journal appended": costOf(COMMITS, journalCommits(sessionId), (requests) =>
        expectDone(answer(requests)),
      ),
      "notes appended": costOf(COMMITS, notesCommits(documentName), (requests) =>
        expectDone(answer(requests)),
      ),
      "session loaded": costOf(LOADS, Array(LOADS).fill({ sessionId }), loadJournal),
      "notes loaded": costOf(LOADS, Array(LOADS).fill({ documentName }), loadNotes),
    };
  } finally {
    database.close();
    await removeDirectory(directory);
  }
}

function costOf<Input>(pieces: number, inputs: readonly Input[], work: (input: Input) => unknown): number {
  const before = process.cpuUsage();
  for (const input of inputs) work(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / pieces;
}

type Requests = Parameters<ReturnType<typeof groupCommit>>[0];

function journalCommits(sessionId: string): Requests[] {
  let head = 0;
  return Array.from({ length: COMMITS }, () =>
    Array.from({ length: APPENDS_A_COMMIT }, (_, number) => {
      const { rows, expectedHead } = batchOn(sessionId, head);
      head += 1;
      const record = roomRecord(`room${head % RECORDS}`, { rev: head });
      const put = [{ id: record.id, kind: record.kind, rev: head, json: JSON.stringify(record) }];
      const input = { sessionId, expectedHead, rows, put, remove: [], overview: null };
      return { number, name: "journal.append", input };
    }),
  );
}

function notesCommits(documentName: string): Requests[] {
  let seq = 0;
  return Array.from({ length: COMMITS }, () => {
    const updates = Array.from({ length: APPENDS_A_COMMIT }, () => {
      seq += 1;
      return { documentName, seq, actor: "person:p1", clientIds: [seq % 60], at: seq };
    });
    const packed = packBytes(updates.map(() => new Uint8Array(UPDATE_BYTES)));
    return [{ number: 1, name: "notes.append", input: { updates, packed } }];
  });
}

function expectDone(replies: readonly Reply[]): void {
  const failed = replies.find(({ ok }) => !ok);
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
}
