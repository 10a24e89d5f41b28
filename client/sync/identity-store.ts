/** Whom this tab may act as. The organiser's identity has `sessionId` "" and holds for all sessions. */
export interface TabIdentity {
  readonly token: string;
  readonly sessionId: string;
  readonly kind: "person" | "organiser" | "stage";
  readonly personId?: string;
  readonly name: string;
  readonly unit?: string;
}

interface Held {
  readonly list: readonly TabIdentity[];
  /** Token by session id. */
  readonly chosen: Readonly<Record<string, string>>;
}

const STORAGE_KEY = "yantao.identities";
const NOBODY: Held = { list: [], chosen: {} };

/** The identities of one tab; kept in its `sessionStorage`, so that two tabs may act for two people. */
export class IdentityStore {
  private readonly storage: Pick<Storage, "getItem" | "setItem">;
  private held: Held;
  private readonly listeners = new Set<() => void>();

  constructor(storage: Pick<Storage, "getItem" | "setItem">) {
    this.storage = storage;
    this.held = read(storage);
  }

  snapshot(): Held {
    return this.held;
  }

  /** Adds an identity and chooses it; a new token of a person known takes the place of the old one. */
  add(identity: TabIdentity): void {
    const others = this.held.list.filter((known) => !isSamePerson(known, identity));
    this.write({
      list: [...others, identity],
      chosen: { ...this.held.chosen, [identity.sessionId]: identity.token },
    });
  }

  choose(token: string, sessionId: string): void {
    this.write({ ...this.held, chosen: { ...this.held.chosen, [sessionId]: token } });
  }

  remove(token: string): void {
    this.write({
      list: this.held.list.filter((known) => known.token !== token),
      chosen: Object.fromEntries(Object.entries(this.held.chosen).filter(([, chosen]) => chosen !== token)),
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private write(held: Held): void {
    this.held = held;
    this.storage.setItem(STORAGE_KEY, JSON.stringify(held));
    for (const listener of [...this.listeners]) listener();
  }
}

/** Who acts in `sessionId` ("" outside of sessions): the one chosen, else a person of it, else the organiser. */
export function currentIdentity({ list, chosen }: Held, sessionId: string): TabIdentity | null {
  const fitting = list.filter((known) => known.sessionId === sessionId || known.sessionId === "");
  return (
    fitting.find((known) => known.token === chosen[sessionId]) ??
    fitting.findLast((known) => known.kind === "person") ??
    fitting.findLast((known) => known.kind === "organiser") ??
    null
  );
}

function isSamePerson(one: TabIdentity, other: TabIdentity): boolean {
  return one.kind === other.kind && one.sessionId === other.sessionId && one.personId === other.personId;
}

function read(storage: Pick<Storage, "getItem">): Held {
  try {
    const parsed = JSON.parse(storage.getItem(STORAGE_KEY) ?? "null") as Held | null;
    return Array.isArray(parsed?.list) && typeof parsed.chosen === "object" ? parsed : NOBODY;
  } catch {
    return NOBODY;
  }
}
