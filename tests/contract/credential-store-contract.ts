import { describe, expect, test } from "vitest";
import type { CredentialStore, Identity } from "../../server/ports/credential-store.ts";
import { expectStorageError } from "../support/storage/expect-storage-error.ts";
import { newId } from "../support/storage/journal-batches.ts";
import { openForTest, type StorageAdapter, storageForSuite } from "../support/storage/storage-adapters.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const ORGANISER: Identity = { kind: "organiser" };
const PERSON: Identity = { kind: "person", sessionId: "s1", personId: "p1" };
const STAGE: Identity = { kind: "stage", sessionId: "s1" };
const IDENTITIES: readonly Identity[] = [ORGANISER, PERSON, STAGE];
const MANY = 1_000;

interface Asked {
  readonly hash?: string;
  readonly issuedAt?: number;
  readonly expiresAt?: number;
  readonly keepMost?: number;
}

/** Stores a token as after a sign-in that nothing came between; returns its hash and what made room. */
async function add(credentials: CredentialStore, identity: Identity, asked: Asked = {}) {
  const { hash = newId(), issuedAt = 0, expiresAt = 1_000, keepMost = MANY } = asked;
  const signOuts = await credentials.signOuts(identity);
  const token = { hash, identity, issuedAt, expiresAt };
  const ended = await credentials.addToken(token, { kind: "signIn", signOuts }, keepMost);
  return { hash, ended };
}

/** What every credential store promises, whatever it is stored in. */
export function credentialStoreContract(adapter: StorageAdapter): void {
  describe(`credential store on ${adapter.name}`, () => {
    const storage = storageForSuite(adapter);

    test.each(IDENTITIES)("a token speaks for its $kind until it expires", async (identity) => {
      const { credentials } = storage();
      const [issuedAt, expiresAt] = [1_780_000_000_000, 1_790_000_000_000];
      const { hash, ended } = await add(credentials, identity, { issuedAt, expiresAt });
      expect(ended).toEqual([]);
      const kept = { hash, identity, issuedAt, expiresAt };
      expect(await credentials.findToken(hash, expiresAt - 1)).toEqual(kept);
      expect(await credentials.findToken(hash, expiresAt)).toBeNull();
      expect(await credentials.findToken(newId(), 0)).toBeNull();
      expect(await credentials.tokensOf(identity, expiresAt - 1)).toContainEqual(kept);
      expect(await credentials.tokensOf(identity, expiresAt)).not.toContainEqual(kept);
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
      const { hash } = await add(credentials, ORGANISER);
      const other = await add(credentials, ORGANISER);
      await credentials.removeToken(hash);
      await credentials.removeToken(hash);
      expect(await credentials.findToken(hash, 0)).toBeNull();
      expect(await credentials.findToken(other.hash, 0)).toMatchObject({ identity: ORGANISER });
    });

    test("tokens that have expired are forgotten when another is added", async () => {
      const { credentials } = storage();
      const old = await add(credentials, ORGANISER, { expiresAt: 1_000 });
      const valid = await add(credentials, ORGANISER, { expiresAt: 1_001 });
      await add(credentials, ORGANISER, { issuedAt: 1_000, expiresAt: 9_000 });
      expect(await credentials.findToken(old.hash, 0)).toBeNull();
      expect(await credentials.findToken(valid.hash, 0)).toMatchObject({ identity: ORGANISER });
    });

    test.each(IDENTITIES)("all tokens of one $kind go together, and no other's", async (identity) => {
      const { credentials } = storage();
      const own = [await add(credentials, identity), await add(credentials, identity)];
      const others: Identity[] = [
        ...IDENTITIES.filter(({ kind }) => kind !== identity.kind),
        { kind: "person", sessionId: "s1", personId: "p2" },
        { kind: "person", sessionId: "s2", personId: "p1" },
        { kind: "stage", sessionId: "s2" },
      ];
      const kept = await Promise.all(others.map((other) => add(credentials, other)));
      const ended = await credentials.signOut(identity);
      expect(ended).toEqual(expect.arrayContaining(own.map(({ hash }) => hash)));
      expect(await credentials.tokensOf(identity, 0)).toEqual([]);
      for (const [index, { hash }] of kept.entries()) {
        expect(await credentials.findToken(hash, 0)).toMatchObject({ identity: others[index] });
      }
    });

    test("a token cannot be given to another", async () => {
      const { credentials } = storage();
      const { hash } = await add(credentials, STAGE);
      await expectStorageError(add(credentials, ORGANISER, { hash }), { retryable: false });
      expect(await credentials.findToken(hash, 0)).toMatchObject({ identity: STAGE });
    });

    test.each(IDENTITIES)(
      "[S6] a sign-in of $kind is void once that one was signed out",
      async (identity) => {
        const { credentials } = storage();
        const token = { hash: newId(), identity, issuedAt: 0, expiresAt: 1_000 };
        const signOuts = await credentials.signOuts(identity);
        await credentials.signOut(identity);
        expect(await credentials.signOuts(identity)).toBe(signOuts + 1);
        expect(await credentials.addToken(token, { kind: "signIn", signOuts }, MANY)).toBeNull();
        expect(await credentials.findToken(token.hash, 0)).toBeNull();
        const anew = { kind: "signIn", signOuts: signOuts + 1 } as const;
        expect(await credentials.addToken(token, anew, MANY)).toEqual([]);
      },
    );

    test("[S6] a new PIN and a new password sign out in the same step", async () => {
      const { credentials } = storage();
      const person = { kind: "person", sessionId: newId(), personId: "p1" } as const;
      const seat = await add(credentials, person);
      const neighbour = await add(credentials, { ...person, personId: "p2" });
      const signOuts = await credentials.signOuts(person);
      const renewed = await credentials.nextPinGeneration(person.sessionId, person.personId);
      expect(renewed).toEqual({ generation: 1, ended: [seat.hash] });
      expect(await credentials.signOuts(person)).toBe(signOuts + 1);
      const organiser = await add(credentials, ORGANISER);
      const organiserSignOuts = await credentials.signOuts(ORGANISER);
      expect(await credentials.setPasswordHash("scrypt$other")).toContain(organiser.hash);
      expect(await credentials.signOuts(ORGANISER)).toBe(organiserSignOuts + 1);
      expect(await credentials.findToken(organiser.hash, 0)).toBeNull();
      expect(await credentials.findToken(neighbour.hash, 0)).not.toBeNull();
    });

    test("[S6] what one token is given for is void without that token", async () => {
      const { credentials } = storage();
      const opener = await add(credentials, ORGANISER);
      const ground = { kind: "token", hash: opener.hash } as const;
      const token = { identity: STAGE, issuedAt: 0, expiresAt: 1_000 };
      expect(await credentials.addToken({ ...token, hash: newId() }, ground, MANY)).toEqual([]);
      await credentials.removeToken(opener.hash);
      expect(await credentials.addToken({ ...token, hash: newId() }, ground, MANY)).toBeNull();
    });

    test("[S9] the oldest make room, whatever the clock says of the new one", async () => {
      const { credentials } = storage();
      const identity = { kind: "person", sessionId: newId(), personId: "p1" } as const;
      const added = [];
      for (const issuedAt of [20, 30, 10]) {
        added.push(await add(credentials, identity, { issuedAt, keepMost: 3 }));
      }
      const neighbour = await add(credentials, { ...identity, personId: "p2" }, { issuedAt: 1 });
      expect(added.flatMap(({ ended }) => ended)).toEqual([]);
      const early = await add(credentials, identity, { issuedAt: 5, keepMost: 3 });
      expect(early.ended).toEqual([added[2]?.hash]);
      const left = (await credentials.tokensOf(identity, 0)).map(({ hash }) => hash);
      expect(left).toEqual([early.hash, added[0]?.hash, added[1]?.hash]);
      expect(await credentials.findToken(neighbour.hash, 0)).not.toBeNull();
    });

    test("the password hash is the one set last", async () => {
      const { credentials } = await openForTest(adapter, await tempDirectory());
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
      expect(counted.map(({ generation }) => generation)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
      expect(await credentials.nextPinGeneration(sessionId, "p2")).toMatchObject({ generation: 1 });
      expect(await credentials.nextPinGeneration(other, "p1")).toMatchObject({ generation: 1 });
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
        await before.credentials.setPasswordHash("scrypt$one");
        await before.credentials.nextPinGeneration("s1", "p1");
        for (const identity of IDENTITIES) await add(before.credentials, identity, { hash: identity.kind });
        await before.close();
        const { credentials } = await openForTest(adapter, directory);
        for (const identity of IDENTITIES) {
          expect(await credentials.findToken(identity.kind, 0)).toMatchObject({ identity });
        }
        expect(await credentials.signOuts(PERSON)).toBe(1);
        expect(await credentials.passwordHash()).toBe("scrypt$one");
        expect(await credentials.nextPinGeneration("s1", "p1")).toMatchObject({ generation: 2 });
      });
  });
}
