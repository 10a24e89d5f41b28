import { describe, expect, test } from "vitest";
import type { JournalRow } from "../../server/ports/journal.ts";
import type { NotesVersion } from "../../server/ports/notes-version-store.ts";
import type { SessionPiece } from "../../server/ports/opened-session.ts";
import type { Storage } from "../../server/ports/storage.ts";
import { batchOn, newId, personRecord, roomRecord } from "../support/storage/journal-batches.ts";
import { openForTest, type StorageAdapter, storageForSuite } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const OVERVIEW = { title: "研讨" };
const OPENED_AT = 1_790_000_500_000;
const RECORDS = [personRecord("p1"), roomRecord("r1")];
const VERSION: NotesVersion = {
  ...{ versionId: "versionversionversion1", seq: 2, at: 5, occasion: "pause" as const, name: null, by: null },
  ...{ authors: ["p1"], chars: 3, deletedChars: null, ofVersionAt: null, digest: "digest", storedBytes: 3 },
};

function comingSession(sessionId: string, { rows = batchOn(sessionId, 0, { rows: 3 }).rows } = {}) {
  const journal = { head: rows.length, hash: rows.at(-1)?.hash ?? "" };
  return { sessionId, journal, baselineHead: 1, overview: OVERVIEW, openedAt: OPENED_AT, rows };
}

function piecesOf({ sessionId, rows }: { sessionId: string; rows: readonly JournalRow[] }): SessionPiece[] {
  const documentName = `${sessionId}/r1/notes`;
  const bytes = Uint8Array.of(1, 2, 3);
  const owners = new Map([
    [7, "p1"],
    [8, "organiser"],
  ]);
  return [
    { kind: "rows", rows: rows.slice(0, 2) },
    { kind: "rows", rows: rows.slice(2) },
    { kind: "records", records: RECORDS },
    { kind: "baseline", records: [roomRecord("r1")] },
    { kind: "notes", documentName, seq: 2, snapshot: bytes, owners },
    { kind: "version", documentName, version: VERSION, packedState: bytes },
  ];
}

/** Each piece after `between`. */
async function* following(pieces: readonly SessionPiece[], between = async () => {}) {
  for (const piece of pieces) {
    await between();
    yield piece;
  }
}

async function keptOf({ journal, notes, notesVersions }: Storage, sessionId: string) {
  const documentName = `${sessionId}/r1/notes`;
  const { lifeId: _lifeId, reachedSeqs: _reached, ...document } = await notes.load(documentName);
  const versions = await notesVersions.list(documentName);
  return {
    loaded: await journal.load(sessionId),
    head: await journal.head(sessionId),
    since: await journal.since(sessionId, 1),
    kinds: await journal.records(sessionId, ["person"]),
    listed: (await journal.sessions()).filter((one) => one.sessionId === sessionId),
    baseline: await journal.baseline(sessionId),
    document,
    versions,
    states: await Promise.all(
      versions.map(({ versionId }) => notesVersions.packedState(documentName, versionId)),
    ),
  };
}

/** What every storage promises of a session that comes whole from elsewhere. */
export function openingContract(adapter: StorageAdapter): void {
  describe(`[Z6] opening on ${adapter.name}`, () => {
    const storage = storageForSuite(adapter);

    test("all of a session is kept as it came, with the mark beside its records", async () => {
      const coming = comingSession(newId());
      const { sessionId, rows } = coming;
      expect(await storage().open(coming, following(piecesOf(coming)))).toBe(true);
      expect(await storage().journal.rows(sessionId, 0, 10)).toEqual(rows);
      const commands = rows.map(({ actor, commandId, seq }) => ({ actor, commandId, seq }));
      expect(await keptOf(storage(), sessionId)).toEqual({
        loaded: {
          ...{ ...coming.journal, records: RECORDS, commands, overview: OVERVIEW },
          ...{ openedAt: OPENED_AT, lacksBaseline: false },
        },
        head: coming.journal,
        since: { ...coming.journal, put: [], removed: [], commands: commands.slice(1) },
        kinds: [personRecord("p1")],
        listed: [{ sessionId, overview: OVERVIEW, openedAt: OPENED_AT }],
        baseline: { head: 1, records: [roomRecord("r1")] },
        document: {
          ...{ seq: 2, snapshot: Uint8Array.of(1, 2, 3), updates: [], updateBytes: 0 },
          owners: new Map([
            [7, "p1"],
            [8, "organiser"],
          ]),
        },
        versions: [VERSION],
        states: [Uint8Array.of(1, 2, 3)],
      });
    });

    test("nobody finds it before it is whole, and others are written meanwhile", async () => {
      const coming = comingSession(newId());
      const other = newId();
      let written = 0;
      await storage().open(
        coming,
        following(piecesOf(coming), async () => {
          expect(await storage().journal.append(batchOn(other, written))).toEqual({ ok: true });
          written += 1;
          const { loaded, head, since, kinds, listed } = await keptOf(storage(), coming.sessionId);
          expect({ loaded, head, since, kinds, listed }).toEqual({
            ...{ loaded: null, head: null, since: null, kinds: null, listed: [] },
          });
        }),
      );
      expect(written).toBe(6);
      expect((await storage().journal.head(other))?.head).toBe(6);
    });

    test("one that is here is left as it is, also where it is still coming", async () => {
      const held = newId();
      await storage().journal.append(batchOn(held, 0, { rows: 2, put: [roomRecord("r1")], overview: {} }));
      const before = await keptOf(storage(), held);
      const coming = comingSession(held);
      expect(await storage().open(coming, following(piecesOf(coming)))).toBe(false);
      expect(await keptOf(storage(), held)).toEqual(before);
      const twice = comingSession(newId());
      const again = async () => {
        expect(await storage().open(twice, following(piecesOf(twice)))).toBe(false);
      };
      expect(await storage().open(twice, following(piecesOf(twice), again))).toBe(true);
      expect((await keptOf(storage(), twice.sessionId)).loaded?.openedAt).toBe(OPENED_AT);
    });

    test("where a piece does not come, or the rows do not reach the head, nothing of it stays", async () => {
      const never = await keptOf(storage(), newId());
      const cut = comingSession(newId());
      const breaking = async function* () {
        yield* following(piecesOf(cut));
        throw new Error("cut off");
      };
      await expect(storage().open(cut, breaking())).rejects.toThrow("cut off");
      expect(await keptOf(storage(), cut.sessionId)).toEqual(never);
      const short = comingSession(newId());
      const pieces = piecesOf(short).filter((_piece, place) => place !== 1);
      await expect(storage().open(short, following(pieces))).rejects.toThrow("do not end at the head");
      expect(await keptOf(storage(), short.sessionId)).toEqual(never);
      expect(await storage().open(short, following(piecesOf(short)))).toBe(true);
    });

    test("it is forgotten as any other", async () => {
      const coming = comingSession(newId());
      await storage().open(coming, following(piecesOf(coming)));
      await storage().forget(coming.sessionId);
      expect(await keptOf(storage(), coming.sessionId)).toEqual(await keptOf(storage(), newId()));
    });

    if (adapter.durable)
      test("it is there when the storage is opened again", async () => {
        const directory = await tempDirectory();
        const coming = comingSession(newId());
        const before = await openForTest(adapter, directory);
        await before.open(coming, following(piecesOf(coming)));
        const kept = await keptOf(before, coming.sessionId);
        await before.close();
        expect(await keptOf(await openForTest(adapter, directory), coming.sessionId)).toEqual(kept);
      });
  });
}
