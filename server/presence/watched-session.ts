import type { PresenceChanges } from "../../shared/protocol/session-socket.ts";
import type { Present } from "../ports/presence.ts";
import { WorkQueue } from "../work-queue.ts";

/** Gives the last line of a room's notes, cut; empty where nothing is written. */
export interface LineSource<Where extends readonly string[]> {
  /** Of notes that are open; null of others. */
  readonly read: (...where: Where) => string | null;
  /** Of notes that nobody has open; null where they cannot be read. */
  readonly fetch: (...where: Where) => Promise<string | null>;
}

export interface WatchTimes {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Runs `work` after `delayMs`; gives what calls it off. */
  readonly after: (delayMs: number, work: () => void) => () => void;
}

/** The least time between two messages to one watcher. */
export const PRESENCE_EVERY_MS = 1000;
/** So long the first change after a quiet time waits for company. */
export const PRESENCE_GATHER_MS = 50;

interface WatchedParts {
  readonly here: () => Iterable<string>;
  readonly isHere: (personId: string) => boolean;
  readonly lines: LineSource<[roomId: string]>;
  readonly times: WatchTimes;
}

/**
 * A session that somebody watches. All who watch are told the same, so that who comes later begins with what the others
 * have been told. Lines are read when it is time to tell them, and of the rooms alone in which something was written.
 */
export class WatchedSession {
  readonly #parts: WatchedParts;
  readonly #watchers = new Set<(changes: PresenceChanges) => void>();
  readonly #here: Set<string>;
  readonly #lines = new Map<string, string>();
  /** Rooms that have been asked about, whether their line is known or not. */
  readonly #rooms = new Set<string>();
  readonly #moved = new Set<string>();
  readonly #written = new Set<string>();
  /** Lines that are still to be told. */
  readonly #found = new Map<string, string>();
  /** By room, the last fetch that began; what is written meanwhile makes it vain. */
  readonly #fetching = new Map<string, symbol>();
  /** One after the other, so that thirty rooms which nobody is in hold up nobody. */
  readonly #fetches = new WorkQueue(1);
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #callOff: (() => void) | null = null;

  constructor(parts: WatchedParts) {
    this.#parts = parts;
    this.#here = new Set(parts.here());
  }

  get isWatched(): boolean {
    return this.#watchers.size > 0;
  }

  /** What everybody who watches has been told so far. */
  told(): Present {
    return { here: [...this.#here], lines: Object.fromEntries(this.#lines) };
  }

  /** Tells `tell` from now on. Gives what ends it, and whether it had not ended before. */
  tellTo(tell: (changes: PresenceChanges) => void): () => boolean {
    // Two that are the same function are two all the same.
    const watcher = (changes: PresenceChanges) => tell(changes);
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Finds out the last lines of rooms that were not asked about yet. */
  lookAt(roomIds: readonly string[]): void {
    for (const roomId of roomIds) if (!this.#rooms.has(roomId)) this.wrote(roomId);
  }

  wrote(roomId: string): void {
    this.#rooms.add(roomId);
    this.#fetching.delete(roomId);
    this.#found.delete(roomId);
    this.#written.add(roomId);
    this.#arm();
  }

  /** Somebody came or went. */
  moved(personId: string): void {
    this.#moved.add(personId);
    this.#arm();
  }

  end(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#fetching.clear();
  }

  #arm(): void {
    if (this.#callOff !== null) return;
    const { now, after } = this.#parts.times;
    const delayMs = Math.max(PRESENCE_GATHER_MS, this.#toldAtMs + PRESENCE_EVERY_MS - now());
    this.#callOff = after(delayMs, () => {
      this.#callOff = null;
      this.#tell();
    });
  }

  #tell(): void {
    this.#read();
    const changes = { ...this.#movements(), lines: this.#newLines() };
    const isNothing =
      changes.here.length === 0 && changes.gone.length === 0 && Object.keys(changes.lines).length === 0;
    if (isNothing) return;
    this.#toldAtMs = this.#parts.times.now();
    for (const tell of [...this.#watchers]) tell(changes);
  }

  #movements(): Pick<PresenceChanges, "here" | "gone"> {
    const here: string[] = [];
    const gone: string[] = [];
    for (const personId of this.#moved) {
      const isHere = this.#parts.isHere(personId);
      if (isHere === this.#here.has(personId)) continue;
      if (isHere) this.#here.add(personId);
      else this.#here.delete(personId);
      (isHere ? here : gone).push(personId);
    }
    this.#moved.clear();
    return { here, gone };
  }

  #newLines(): PresenceChanges["lines"] {
    const lines: Record<string, string> = {};
    for (const [roomId, line] of this.#found) {
      if (this.#lines.get(roomId) === line) continue;
      this.#lines.set(roomId, line);
      lines[roomId] = line;
    }
    this.#found.clear();
    return lines;
  }

  #read(): void {
    for (const roomId of this.#written) {
      const line = this.#parts.lines.read(roomId);
      if (line === null) void this.#fetch(roomId);
      else this.#found.set(roomId, line);
    }
    this.#written.clear();
  }

  async #fetch(roomId: string): Promise<void> {
    const fetch = Symbol(roomId);
    this.#fetching.set(roomId, fetch);
    const isVain = () => this.#fetching.get(roomId) !== fetch;
    const line = await this.#fetches.run(async () => (isVain() ? null : this.#parts.lines.fetch(roomId)));
    if (isVain()) return;
    this.#fetching.delete(roomId);
    if (line === null) return;
    this.#found.set(roomId, line);
    this.#arm();
  }
}
