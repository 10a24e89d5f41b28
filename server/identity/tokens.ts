import { createHash, randomBytes } from "node:crypto";
import type { OpenStageReply, StageLinksReply } from "../../shared/protocol/http.ts";
import type { CredentialStore, Identity, TokenGround } from "../ports/credential-store.ts";
import type { TokenStay } from "../ports/token-stay.ts";
import { TokenWatch } from "./token-watch.ts";

const TOKEN_BYTES = 24;
const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const CACHE_MAX = 5_000;
const CACHE_MS = 5 * 60 * 1000;
/** Tokens of one identity at once; beyond it the oldest ends. */
const KEEP_MOST = { organiser: 100, person: 20, stage: 20 } as const satisfies Record<
  Identity["kind"],
  number
>;
/** Of a hash in hex: tells links apart and leads to no token. */
const STAGE_ID_CHARS = 32;

/** Somebody who is about to prove to be `identity`; begun before any secret is compared. */
export interface SignIn {
  readonly identity: Identity;
  readonly ground: TokenGround;
}

interface Known {
  readonly identity: Identity;
  readonly expiresAt: number;
  readonly cachedUntil: number;
}

/** Tokens: 192 random bits to the holder, their SHA-256 to the store. */
export class Tokens {
  private readonly store: CredentialStore;
  private readonly clock: () => number;
  private readonly watched = new TokenWatch();
  /** Identities found lately, so that a reconnecting room does not ask the store a thousand times. */
  private readonly cache = new Map<string, Known>();
  private endings = 0;

  constructor(store: CredentialStore, clock: () => number) {
    this.store = store;
    this.clock = clock;
  }

  /** To be called before the secret is read that will be compared: what is changed later voids the sign-in. */
  async beginSignIn(identity: Identity): Promise<SignIn> {
    return { identity, ground: { kind: "signIn", signOuts: await this.store.signOuts(identity) } };
  }

  /** A token for who has proved it; null where the identity was signed out everywhere since the sign-in began. */
  issue({ identity, ground }: SignIn): Promise<string | null> {
    return this.add(identity, ground);
  }

  /** A link to the stage of a session, given to the holder of `openedBy`; null where that one has ended meanwhile. */
  async issueStage(sessionId: string, openedBy: string): Promise<OpenStageReply | null> {
    const token = await this.add({ kind: "stage", sessionId }, { kind: "token", hash: hashOf(openedBy) });
    return token === null ? null : { token, stageId: stageIdOf(hashOf(token)) };
  }

  /** Whom the token speaks for; null for a token nobody issued, that was withdrawn, or that is too old. */
  async identify(token: string | undefined): Promise<Identity | null> {
    if (token === undefined) return null;
    const hash = hashOf(token);
    const now = this.clock();
    const cached = this.cache.get(hash);
    const isFresh = cached !== undefined && Math.min(cached.cachedUntil, cached.expiresAt) > now;
    const found = isFresh ? cached : await this.lookUp(hash, now);
    if (found === null) return null;
    this.watched.learn(hash, found.expiresAt);
    return found.identity;
  }

  /** For who stays on a token once let in: taken first, the token identified after. */
  stayOn(token: string): TokenStay {
    return this.watched.stayOn(hashOf(token));
  }

  /** Ends what stays open on tokens that are too old. */
  endExpired(): void {
    this.watched.endExpired(this.clock());
  }

  /** Signs the holder of one token out. */
  async withdraw(token: string): Promise<void> {
    await this.withdrawHash(hashOf(token));
  }

  /** Signs an identity out everywhere. */
  async withdrawAll(identity: Identity): Promise<void> {
    this.ended(await this.store.signOut(identity));
  }

  /** The links to the stage of a session, newest first. */
  async stageLinks(sessionId: string): Promise<StageLinksReply["links"]> {
    const kept = await this.store.tokensOf({ kind: "stage", sessionId }, this.clock());
    return [...kept].reverse().map(({ hash, issuedAt, expiresAt }) => {
      return { stageId: stageIdOf(hash), openedAt: issuedAt, expiresAt, openPages: this.watched.count(hash) };
    });
  }

  /** Ends a link to the stage with its pages; false where there is none of that id. */
  async withdrawStage(sessionId: string, stageId: string): Promise<boolean> {
    const kept = await this.store.tokensOf({ kind: "stage", sessionId }, this.clock());
    const link = kept.find(({ hash }) => stageIdOf(hash) === stageId);
    if (link !== undefined) await this.withdrawHash(link.hash);
    return link !== undefined;
  }

  /** Lets go of what is open on tokens that the store has ended. */
  ended(hashes: readonly string[]): void {
    if (hashes.length > 0) this.endings += 1;
    for (const hash of hashes) {
      this.cache.delete(hash);
      this.watched.end(hash);
    }
  }

  private async add(identity: Identity, ground: TokenGround): Promise<string | null> {
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const issuedAt = this.clock();
    const kept = { hash: hashOf(token), identity, issuedAt, expiresAt: issuedAt + LIFETIME_MS };
    const crowdedOut = await this.store.addToken(kept, ground, KEEP_MOST[identity.kind]);
    if (crowdedOut === null) return null;
    this.ended(crowdedOut);
    return token;
  }

  private async withdrawHash(hash: string): Promise<void> {
    await this.store.removeToken(hash);
    this.ended([hash]);
  }

  private async lookUp(hash: string, now: number): Promise<Known | null> {
    const { endings } = this;
    const kept = await this.store.findToken(hash, now);
    if (kept === null) return null;
    const known = { identity: kept.identity, expiresAt: kept.expiresAt, cachedUntil: now + CACHE_MS };
    // What ended while the store was asked must not be remembered.
    if (endings !== this.endings) return known;
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    this.cache.set(hash, known);
    return known;
  }
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function stageIdOf(hash: string): string {
  return hash.slice(0, STAGE_ID_CHARS);
}
