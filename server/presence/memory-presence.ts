import type { Presence, Watch } from "../ports/presence.ts";
import { type LineSource, WatchedSession, type WatchTimes } from "./watched-session.ts";

export interface MemoryPresenceParts {
  readonly lines: LineSource<[sessionId: string, roomId: string]>;
  readonly times: WatchTimes;
}

interface SessionHere {
  /** How many sockets each person has. */
  readonly sockets: Map<string, number>;
  watched: WatchedSession | null;
}

/** Presence of one node, as large as what is connected to it. */
export class MemoryPresence implements Presence {
  readonly #parts: MemoryPresenceParts;
  readonly #sessions = new Map<string, SessionHere>();

  constructor(parts: MemoryPresenceParts) {
    this.#parts = parts;
  }

  /** How many sessions anything is known of. */
  get size(): number {
    return this.#sessions.size;
  }

  enter(sessionId: string, personId: string): () => void {
    const session = this.#open(sessionId);
    this.#count(session, personId, 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#count(session, personId, -1);
      this.#settle(sessionId, session);
    };
  }

  wrote(sessionId: string, roomId: string): void {
    this.#sessions.get(sessionId)?.watched?.wrote(roomId);
  }

  watch(sessionId: string, roomIds: readonly string[], tell: Parameters<Presence["watch"]>[2]): Watch {
    const session = this.#open(sessionId);
    const watched = session.watched ?? this.#begin(sessionId, session);
    watched.lookAt(roomIds);
    const stop = watched.tellTo(tell);
    return {
      present: watched.told(),
      end: () => {
        if (!stop() || watched.isWatched) return;
        watched.end();
        session.watched = null;
        this.#settle(sessionId, session);
      },
    };
  }

  #begin(sessionId: string, session: SessionHere): WatchedSession {
    const { lines, times } = this.#parts;
    session.watched = new WatchedSession({
      here: () => session.sockets.keys(),
      isHere: (personId) => session.sockets.has(personId),
      lines: {
        read: (roomId) => lines.read(sessionId, roomId),
        fetch: (roomId) => lines.fetch(sessionId, roomId),
      },
      times,
    });
    return session.watched;
  }

  #open(sessionId: string): SessionHere {
    const known = this.#sessions.get(sessionId);
    if (known !== undefined) return known;
    const session: SessionHere = { sockets: new Map(), watched: null };
    this.#sessions.set(sessionId, session);
    return session;
  }

  #count({ sockets, watched }: SessionHere, personId: string, by: 1 | -1): void {
    const count = (sockets.get(personId) ?? 0) + by;
    if (count > 0) sockets.set(personId, count);
    else sockets.delete(personId);
    watched?.moved(personId);
  }

  #settle(sessionId: string, { sockets, watched }: SessionHere): void {
    if (sockets.size === 0 && watched === null) this.#sessions.delete(sessionId);
  }
}
