import { describe, expect, test } from "vitest";
import type { Identity } from "../../server/ports/credential-store.ts";
import type { Storage } from "../../server/ports/storage.ts";
import { batchOn, newId, personRecord, roomRecord } from "../support/storage/journal-batches.ts";
import { openForTest, type StorageAdapter, storageForSuite } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const OVERVIEW = { title: "研讨" };
const TOKEN_HASHES = ["person", "stage"] as const;

function documentsOf(sessionId: string): string[] {
  return ["r1", "r2"].map((roomId) => `${sessionId}/${roomId}/notes`);
}

function identitiesOf(sessionId: string): Identity[] {
  return [
    { kind: "person", sessionId, personId: "p1" },
    { kind: "stage", sessionId },
  ];
}

/** Something of everything that is kept of a session; returns the hashes of its tokens. */
async function fill({ journal, notes, notesVersions, credentials }: Storage, sessionId: string) {
  const put = [roomRecord("r1"), roomRecord("r2"), personRecord("p1")];
  await journal.append(batchOn(sessionId, 0, { rows: 2, put, overview: OVERVIEW }));
  await journal.append(batchOn(sessionId, 2, { remove: ["room:r2"] }));
  await journal.amend({ sessionId, head: 3, put: [], overview: OVERVIEW, baseline: [roomRecord("r1")] });
  for (const documentName of documentsOf(sessionId)) {
    const bytes = Uint8Array.of(1, 2, 3);
    const update = { documentName, actor: "p1", clientIds: [7], at: 5, bytes };
    await notes.append([
      { ...update, seq: 1 },
      { ...update, seq: 2 },
    ]);
    await notes.compact(documentName, 1, bytes);
    await notesVersions.keep({ documentName, version: aVersion(), packedState: bytes }, []);
  }
  await credentials.nextPinGeneration(sessionId, "p1");
  const hashes: string[] = [];
  for (const [at, identity] of identitiesOf(sessionId).entries()) {
    await credentials.signOut(identity);
    const hash = `${TOKEN_HASHES[at]} ${sessionId}`;
    const ground = { kind: "signIn", signOuts: await credentials.signOuts(identity) } as const;
    await credentials.addToken({ hash, identity, issuedAt: 0, expiresAt: 1_000 }, ground, 20);
    hashes.push(hash);
  }
  return hashes.sort();
}

function aVersion() {
  const said = { versionId: newId(), seq: 1, at: 5, occasion: "pause", name: null, by: null } as const;
  const counted = { authors: ["p1"], chars: 3, deletedChars: null, ofVersionAt: null };
  return { ...said, ...counted, digest: "digest", storedBytes: 3 };
}

/** All that the ports tell of a session. */
async function keptOf({ journal, notes, notesVersions, credentials }: Storage, sessionId: string) {
  const documents = documentsOf(sessionId);
  const identities = identitiesOf(sessionId);
  return {
    loaded: await journal.load(sessionId),
    head: await journal.head(sessionId),
    rows: await journal.rows(sessionId, 0, 10),
    since: await journal.since(sessionId, 1),
    records: await journal.records(sessionId, ["room", "person"]),
    isListed: (await journal.sessions()).some((one) => one.sessionId === sessionId),
    notes: await Promise.all(
      documents.map(async (name) => {
        const { seq, snapshot, updates, owners } = await notes.load(name);
        return { seq, snapshot, updates, owners: owners.size };
      }),
    ),
    versions: (await Promise.all(documents.map((name) => notesVersions.list(name)))).flat(),
    authors: (await Promise.all(documents.map((name) => notesVersions.authorsSince(name, 0)))).flat(),
    pins: await credentials.pinGenerations(sessionId),
    tokens: (await Promise.all(identities.map((one) => credentials.tokensOf(one, 0)))).flat(),
    signOuts: await Promise.all(identities.map((one) => credentials.signOuts(one))),
  };
}

/** What every storage promises of a session that is forgotten. */
export function forgettingContract(adapter: StorageAdapter): void {
  describe(`[E3] forgetting on ${adapter.name}`, () => {
    const storage = storageForSuite(adapter);

    test("a session that is forgotten is as one that never was, and its tokens are told", async () => {
      const [sessionId, never] = [newId(), newId()];
      const hashes = await fill(storage(), sessionId);
      expect(await storage().forget(sessionId)).toEqual(hashes);
      expect(await keptOf(storage(), sessionId)).toEqual(await keptOf(storage(), never));
      for (const hash of hashes) expect(await storage().credentials.findToken(hash, 0)).toBeNull();
    });

    test("every other session stays, one whose id begins with its id among them", async () => {
      const sessionId = newId();
      const others = [newId(), `${sessionId}x`, `${sessionId}0`, sessionId.slice(0, -1)];
      await fill(storage(), sessionId);
      for (const other of others) await fill(storage(), other);
      const organiser = { kind: "organiser" } as const;
      const ground = { kind: "signIn", signOuts: await storage().credentials.signOuts(organiser) } as const;
      const token = { hash: newId(), identity: organiser, issuedAt: 0, expiresAt: 1_000 };
      await storage().credentials.addToken(token, ground, 20);
      const before = await Promise.all(others.map((other) => keptOf(storage(), other)));
      await storage().forget(sessionId);
      expect(await Promise.all(others.map((other) => keptOf(storage(), other)))).toEqual(before);
      expect(await storage().credentials.findToken(token.hash, 0)).toEqual(token);
    });

    test("of a session that is not there nothing is done, and one that is forgotten may begin again", async () => {
      const sessionId = newId();
      expect(await storage().forget(sessionId)).toEqual([]);
      await fill(storage(), sessionId);
      await storage().forget(sessionId);
      const late = batchOn(sessionId, 3);
      expect(await storage().journal.append(late)).toEqual({ ok: false, head: 0 });
      expect(await storage().journal.append(batchOn(sessionId, 0))).toEqual({ ok: true });
    });

    if (adapter.durable)
      test("it is forgotten when the storage is opened again", async () => {
        const directory = await tempDirectory();
        const sessionId = newId();
        const before = await openForTest(adapter, directory);
        await fill(before, sessionId);
        await before.forget(sessionId);
        await before.close();
        const after = await openForTest(adapter, directory);
        expect(await keptOf(after, sessionId)).toEqual(await keptOf(after, newId()));
      });
  });
}
