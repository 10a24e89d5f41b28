import { describe, expect, test } from "vitest";
import type { Identity } from "../../server/ports/credential-store.ts";
import { expectStorageError } from "../support/expect-storage-error.ts";
import { newId } from "../support/journal-batches.ts";
import { openForTest, type StorageAdapter, storageForSuite } from "../support/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const IDENTITIES: readonly Identity[] = [
  { kind: "organiser" },
  { kind: "person", sessionId: "s1", personId: "p1" },
  { kind: "stage", sessionId: "s1" },
];

/** What every credential store promises, whatever it is stored in. */
export function credentialStoreContract(adapter: StorageAdapter): void {
  describe(`credential store on ${adapter.name}`, () => {
    const storage = storageForSuite(adapter);

    test.each(IDENTITIES)("a token speaks for its $kind until it expires", async (identity) => {
      const { credentials } = storage();
      const hash = newId();
      const expiresAt = 1_790_000_000_000;
      expect(await credentials.findToken(hash, 0)).toBeNull();
      await credentials.addToken(hash, identity, { expiresAt, now: 0 });
      expect(await credentials.findToken(hash, expiresAt - 1)).toEqual(identity);
      expect(await credentials.findToken(hash, expiresAt)).toBeNull();
      expect(await credentials.findToken(newId(), 0)).toBeNull();
    });

    test("the fingerprint of the secret is kept, and the last one given counts", async () => {
      const { credentials } = storage();
      expect(await credentials.secretFingerprint()).toBeNull();
      await credentials.setSecretFingerprint("one");
      await credentials.setSecretFingerprint("two");
      expect(await credentials.secretFingerprint()).toBe("two");
    });

    test("a removed token speaks for nobody; removing it again is nothing", async () => {
      const { credentials } = storage();
      const [hash, other] = [newId(), newId()];
      await credentials.addToken(hash, { kind: "organiser" }, { expiresAt: 1_000, now: 0 });
      await credentials.addToken(other, { kind: "organiser" }, { expiresAt: 1_000, now: 0 });
      await credentials.removeToken(hash);
      await credentials.removeToken(hash);
      expect(await credentials.findToken(hash, 0)).toBeNull();
      expect(await credentials.findToken(other, 0)).toEqual({ kind: "organiser" });
    });

    test("tokens that have expired are forgotten when another is added", async () => {
      const { credentials } = storage();
      const [old, valid] = [newId(), newId()];
      await credentials.addToken(old, { kind: "organiser" }, { expiresAt: 1_000, now: 0 });
      await credentials.addToken(valid, { kind: "organiser" }, { expiresAt: 1_001, now: 0 });
      await credentials.addToken(newId(), { kind: "organiser" }, { expiresAt: 9_000, now: 1_000 });
      expect(await credentials.findToken(old, 0)).toBeNull();
      expect(await credentials.findToken(valid, 0)).toEqual({ kind: "organiser" });
    });

    test.each(IDENTITIES)("all tokens of one $kind go together, and no other's", async (identity) => {
      const { credentials } = storage();
      const times = { expiresAt: 1_000, now: 0 };
      const own = [newId(), newId()];
      for (const hash of own) await credentials.addToken(hash, identity, times);
      const others: Identity[] = [
        ...IDENTITIES.filter(({ kind }) => kind !== identity.kind),
        { kind: "person", sessionId: "s1", personId: "p2" },
        { kind: "person", sessionId: "s2", personId: "p1" },
        { kind: "stage", sessionId: "s2" },
      ];
      const hashes = others.map(() => newId());
      for (const [index, other] of others.entries())
        await credentials.addToken(hashes[index] ?? "", other, times);
      await credentials.removeTokensOf(identity);
      for (const hash of own) expect(await credentials.findToken(hash, 0)).toBeNull();
      for (const [index, other] of others.entries()) {
        expect(await credentials.findToken(hashes[index] ?? "", 0)).toEqual(other);
      }
    });

    test("a token cannot be given to another", async () => {
      const { credentials } = storage();
      const hash = newId();
      await credentials.addToken(hash, { kind: "stage", sessionId: "s1" }, { expiresAt: 1_000, now: 0 });
      await expectStorageError(
        credentials.addToken(hash, { kind: "organiser" }, { expiresAt: 1_000, now: 0 }),
        {
          retryable: false,
        },
      );
      expect(await credentials.findToken(hash, 0)).toEqual({ kind: "stage", sessionId: "s1" });
    });

    test("the password hash is the one set last", async () => {
      const { credentials } = storage();
      expect(await credentials.passwordHash()).toBeNull();
      await credentials.setPasswordHash("scrypt$one");
      await credentials.setPasswordHash("scrypt$two");
      expect(await credentials.passwordHash()).toBe("scrypt$two");
    });

    test("PIN generations count up for each person of a session, also all at once", async () => {
      const { credentials } = storage();
      const [sessionId, other] = [newId(), newId()];
      expect(await credentials.pinGenerations(sessionId)).toEqual(new Map());
      const counted = await Promise.all(
        Array.from({ length: 20 }, () => credentials.nextPinGeneration(sessionId, "p1")),
      );
      expect(counted).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await credentials.nextPinGeneration(sessionId, "p2")).toBe(1);
      expect(await credentials.nextPinGeneration(other, "p1")).toBe(1);
      expect(await credentials.pinGenerations(sessionId)).toEqual(
        new Map([
          ["p1", 20],
          ["p2", 1],
        ]),
      );
    });

    if (adapter.durable)
      test("everything is there when the storage is opened again", async () => {
        const directory = await tempDirectory();
        const before = await openForTest(adapter, directory);
        for (const identity of IDENTITIES) {
          await before.credentials.addToken(identity.kind, identity, { expiresAt: 1_000, now: 0 });
        }
        await before.credentials.setPasswordHash("scrypt$one");
        await before.credentials.nextPinGeneration("s1", "p1");
        await before.close();
        const { credentials } = await openForTest(adapter, directory);
        for (const identity of IDENTITIES) {
          expect(await credentials.findToken(identity.kind, 0)).toEqual(identity);
        }
        expect(await credentials.passwordHash()).toBe("scrypt$one");
        expect(await credentials.nextPinGeneration("s1", "p1")).toBe(2);
      });
  });
}
