import * as encoding from "lib0/encoding";
import type { NotesConnection } from "../connection.ts";
import type { NotesLimits } from "../notes-limits.ts";
import { awarenessFrame } from "../notes-messages.ts";
import { readAwarenessEntries } from "./awareness-entries.ts";
import { IntroducedIds } from "./introduced-ids.ts";
import { presenceState } from "./presence-state.ts";

interface Voice {
  readonly connection: NotesConnection;
  /** As the client counts, to know newer from older. */
  readonly heardClock: number;
  /** As others are told: always above what they were told before, also across a restart. */
  readonly toldClock: number;
  readonly json: string;
}

export interface PresenceParts {
  readonly limits: NotesLimits;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly connections: () => Iterable<NotesConnection>;
  /** Whether an actor may use a Yjs client id, by what that id has written. */
  readonly mayWriteAs: (actorId: string, clientId: number) => boolean;
  readonly onLagging: (connection: NotesConnection) => void;
}

/**
 * Who is there and where their cursors are. A connection speaks for the one client id it introduced; name and colour come
 * from the server; changes are gathered, so that one frame an interval goes out however many people move.
 */
export class Presence {
  readonly #parts: PresenceParts;
  readonly #voices = new Map<number, Voice>();
  readonly #clientIds = new Map<NotesConnection, number>();
  readonly #introduced: IntroducedIds;
  #changed = new Set<number>();
  #lastToldClock = 0;
  #lastSentAtMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    this.#introduced = new IntroducedIds(parts.limits.presenceIdsPerActorMax);
  }

  /** Takes an awareness message; false when it is one no honest client sends. Throws `MalformedBytes`. */
  receive(connection: NotesConnection, bytes: Uint8Array): boolean {
    const entries = readAwarenessEntries(
      bytes,
      (id) => this.#maySpeakFor(connection, id),
      this.#parts.limits,
    );
    if (entries === null) return false;
    for (const { clientId, clock, json } of entries) {
      if (!this.#maySpeakFor(connection, clientId)) continue;
      if (json === null) this.#silence(connection);
      else this.#speak(connection, clientId, clock, json);
    }
    return true;
  }

  /** Whether another actor goes by this client id, or did: who is away for a moment comes back as who he was. */
  isHeldByOther(actorId: string, clientId: number): boolean {
    const holder =
      this.#voices.get(clientId)?.connection.access.actorId ?? this.#introduced.actorOf(clientId);
    return holder !== undefined && holder !== actorId;
  }

  /** Everybody's state but the reader's own, or null when there is nobody. */
  greeting(reader: NotesConnection): Buffer | null {
    return this.#frame(this.#voices.keys(), reader);
  }

  /** Forgets a connection and tells the others. */
  leave(connection: NotesConnection): void {
    this.#silence(connection);
    this.#clientIds.delete(connection);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #maySpeakFor(connection: NotesConnection, clientId: number): boolean {
    const introduced = this.#clientIds.get(connection);
    if (introduced !== undefined) return introduced === clientId;
    return (
      !this.isHeldByOther(connection.access.actorId, clientId) &&
      this.#parts.mayWriteAs(connection.access.actorId, clientId)
    );
  }

  #speak(connection: NotesConnection, clientId: number, clock: number, json: string): void {
    const before = this.#voices.get(clientId);
    if (before?.connection === connection && clock < before.heardClock) return;
    const stamped = presenceState(json, connection.access);
    // The same state with a new clock is told again: readers forget who was silent for 30 seconds.
    if (before?.connection === connection && before.heardClock === clock && before.json === stamped) return;
    if (before !== undefined && before.connection !== connection) this.#clientIds.delete(before.connection);
    this.#clientIds.set(connection, clientId);
    this.#introduced.add(connection.access.actorId, clientId);
    this.#voices.set(clientId, {
      connection,
      heardClock: clock,
      toldClock: this.#nextClock(),
      json: stamped,
    });
    this.#tell(clientId);
  }

  #silence(connection: NotesConnection): void {
    const clientId = this.#clientIds.get(connection);
    if (clientId === undefined || this.#voices.get(clientId)?.connection !== connection) return;
    this.#voices.delete(clientId);
    this.#tell(clientId);
  }

  /** Starts at the time of day, so that a restarted server is never behind what readers remember. */
  #nextClock(): number {
    this.#lastToldClock = Math.max(this.#lastToldClock + 1, this.#parts.clock());
    return this.#lastToldClock;
  }

  #tell(clientId: number): void {
    this.#changed.add(clientId);
    if (this.#timer !== null) return;
    const waitMs = this.#lastSentAtMs + this.#parts.limits.awarenessIntervalMs - performance.now();
    this.#timer = setTimeout(() => this.#send(), Math.max(waitMs, 10));
  }

  #send(): void {
    this.#timer = null;
    this.#lastSentAtMs = performance.now();
    const changed = this.#changed;
    this.#changed = new Set();
    const toAll = this.#frame(changed, null);
    if (toAll === null) return;
    for (const reader of this.#parts.connections()) {
      const own = this.#clientIds.get(reader);
      const frame = own !== undefined && changed.has(own) ? this.#frame(changed, reader) : toAll;
      if (frame !== null && !reader.send(frame)) this.#parts.onLagging(reader);
    }
  }

  #frame(clientIds: Iterable<number>, reader: NotesConnection | null): Buffer | null {
    const own = reader === null ? undefined : this.#clientIds.get(reader);
    const told = [...clientIds].filter((clientId) => clientId !== own);
    if (told.length === 0) return null;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, told.length);
    for (const clientId of told) {
      const voice = this.#voices.get(clientId);
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, voice?.toldClock ?? this.#nextClock());
      encoding.writeVarString(encoder, voice?.json ?? "null");
    }
    return awarenessFrame(encoding.toUint8Array(encoder));
  }
}
