import { byOrder } from "../../shared/domain/people/by-order.ts";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import { nameOfKind } from "../../shared/domain/record-base.ts";
import { upgradeRecords } from "../../shared/domain/upgrades.ts";
import type { LobbyListReply, LobbyReply } from "../../shared/protocol/http.ts";
import type { Journal } from "../ports/journal.ts";
import type { SessionList } from "./session-list.ts";

/** Far more than the rosters of a week; beyond, the one asked for longest ago is read anew. */
const KEPT_MAX_BYTES = 16 * 1024 * 1024;

interface KeptLobby {
  /** The answer, as JSON. */
  readonly json: Buffer;
  readonly personIds: ReadonlySet<string>;
}

/**
 * What strangers may ask for: the list of sessions, and the seats of each. It is kept as the bytes of the answers, and reads
 * only the records it is made of, so that asking loads no session.
 */
export class Lobbies {
  readonly #journal: Journal;
  readonly #sessions: SessionList;
  readonly #kept = new Map<string, KeptLobby>();
  readonly #reading = new Map<string, Promise<KeptLobby | null>>();
  #list: Promise<Buffer> | null = null;
  #keptBytes = 0;

  constructor(journal: Journal, sessions: SessionList) {
    this.#journal = journal;
    this.#sessions = sessions;
  }

  /**
   * The sessions, newest first: a `LobbyListReply` as JSON. Rehearsals are left out, so that nobody enters one by mistake, and what
   * was opened from an archive, which nobody enters.
   */
  list(): Promise<Buffer> {
    if (this.#list !== null) return this.#list;
    const reading = this.#sessions.all().then((overviews) => {
      const real = overviews.filter(
        ({ rehearsalOf, openedAt }) => rehearsalOf === undefined && openedAt === undefined,
      );
      const sessions = real.map(sessionHead);
      return bytesOf({ sessions } satisfies LobbyListReply);
    });
    this.#list = reading;
    // What could not be read is asked for again.
    reading.catch(() => {
      if (this.#list === reading) this.#list = null;
    });
    return reading;
  }

  /** The seats of a session: a `LobbyReply` as JSON; null where there is no such session, or it was opened from an archive. */
  async seats(sessionId: string): Promise<Buffer | null> {
    return (await this.#lobby(sessionId))?.json ?? null;
  }

  /** Whether there is such a session. */
  async isThere(sessionId: string): Promise<boolean> {
    return (await this.#lobby(sessionId)) !== null;
  }

  /** Whether a person has a seat in a session; null where there is no such session. */
  async hasSeat(sessionId: string, personId: string): Promise<boolean | null> {
    return (await this.#lobby(sessionId))?.personIds.has(personId) ?? null;
  }

  /** Records of a session are others now, by their ids: what was made of them is made anew. */
  changed(sessionId: string, recordIds: Iterable<string>): void {
    const kinds = new Set([...recordIds].map(nameOfKind));
    if (kinds.has("session")) this.#list = null;
    if (!kinds.has("session") && !kinds.has("person")) return;
    this.#forget(sessionId);
    // What is being read may be from before.
    this.#reading.delete(sessionId);
  }

  async #lobby(sessionId: string): Promise<KeptLobby | null> {
    const kept = this.#kept.get(sessionId);
    if (kept !== undefined) {
      this.#kept.delete(sessionId);
      this.#kept.set(sessionId, kept);
      return kept;
    }
    const known = this.#reading.get(sessionId);
    if (known !== undefined) return known;
    const reading = this.#read(sessionId);
    this.#reading.set(sessionId, reading);
    try {
      const lobby = await reading;
      if (lobby !== null && this.#reading.get(sessionId) === reading) this.#keep(sessionId, lobby);
      return lobby;
    } finally {
      if (this.#reading.get(sessionId) === reading) this.#reading.delete(sessionId);
    }
  }

  async #read(sessionId: string): Promise<KeptLobby | null> {
    const stored = await this.#journal.records(sessionId, ["session", "person"]);
    const { records } = upgradeRecords(stored ?? []);
    const session = records.find((record) => record.kind === "session");
    if (session === undefined || (await this.#isOpened(sessionId))) return null;
    const people = records.filter((record) => record.kind === "person");
    const seated = people.filter((person) => !person.removed).sort(byOrder);
    const reply = { ...sessionHead(session), units: byUnit(seated) } satisfies LobbyReply;
    return {
      json: bytesOf(reply),
      personIds: new Set(seated.map(({ personId }) => personId)),
    };
  }

  async #isOpened(sessionId: string): Promise<boolean> {
    const all = await this.#sessions.all();
    return all.some((listed) => listed.sessionId === sessionId && listed.openedAt !== undefined);
  }

  #keep(sessionId: string, lobby: KeptLobby): void {
    this.#kept.set(sessionId, lobby);
    this.#keptBytes += lobby.json.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#keptBytes <= KEPT_MAX_BYTES) break;
      this.#forget(oldest);
    }
  }

  #forget(sessionId: string): void {
    this.#keptBytes -= this.#kept.get(sessionId)?.json.length ?? 0;
    this.#kept.delete(sessionId);
  }
}

/** What anybody may know of a session. */
function sessionHead({ sessionId, title, startsAt, place, status }: LobbyListReply["sessions"][number]) {
  return { sessionId, title, startsAt, place, status };
}

/** JSON in memory of its own: `Buffer.from` would cut it from a block ten times as large, which stays as long as it does. */
function bytesOf(reply: LobbyListReply | LobbyReply): Buffer {
  const json = JSON.stringify(reply);
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(json));
  bytes.write(json);
  return bytes;
}

function byUnit(people: readonly PersonRecord[]): LobbyReply["units"] {
  const units = new Map<string, LobbyReply["units"][number]>();
  for (const { unit, personId, name, post } of people) {
    const known = units.get(unit) ?? { unit, people: [] };
    known.people.push({ personId, name, post });
    units.set(unit, known);
  }
  return [...units.values()];
}
