import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { roomOfDocument } from "../../shared/protocol/notes.ts";
import type { Log } from "../ports/log.ts";
import type { NotesStore } from "../ports/notes-store.ts";
import type { NotesVersionStore } from "../ports/notes-version-store.ts";
import type { TokenStay } from "../ports/token-stay.ts";
import { ActorBudgets } from "./actor-budgets.ts";
import { type AuthorizeNotes, isSameAccess } from "./authorization.ts";
import { NOTES_CLOSE } from "./close-codes.ts";
import { NotesConnection } from "./connection.ts";
import { DocumentRegistry } from "./document-registry.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { countRefusal, newCounters } from "./notes-counters.ts";
import type { NotesDocument } from "./notes-document.ts";
import { NOTES_LIMITS, type NotesLimits } from "./notes-limits.ts";
import { type Admission, NotesUpgrade } from "./notes-upgrade.ts";
import { Compactor, startCompactionThread } from "./storing/compactor.ts";
import { knownLivesOf } from "./storing/document-lives.ts";
import { GroupCommit } from "./storing/group-commit.ts";
import { storedLastLine } from "./storing/stored-document.ts";
import { NotesVersions } from "./versions/notes-versions.ts";
import { forgottenError, VersionKeeper } from "./versions/version-keeper.ts";
import { VERSION_LIMITS, type VersionLimits } from "./versions/version-limits.ts";

export type { AuthorizeNotes } from "./authorization.ts";

export interface NotesHubParts {
  readonly store: NotesStore;
  readonly versionStore: NotesVersionStore;
  readonly newId: () => string;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Log;
  readonly authorize: AuthorizeNotes;
  /** The token an upgrade request brings, by parameter or cookie. */
  readonly tokenOf: (request: IncomingMessage) => string | undefined;
  /** Told of the socket of a connection that has been let in. */
  readonly onEntered?: (socket: Duplex) => void;
  /** Told of documents that changed. */
  readonly onWritten?: (documentName: string) => void;
  /** Tells when the token ends on which a connection came in. */
  readonly stayOn: (token: string) => TokenStay;
  readonly limits?: Partial<NotesLimits>;
  readonly versionLimits?: Partial<VersionLimits>;
}

export interface NotesStats {
  readonly documents: number;
  readonly connections: number;
  /** Updates and what waits for them, not yet on disk. */
  readonly staged: number;
  readonly unsentBytes: number;
  /** Actors who have asked something of a document lately. */
  readonly budgets: number;
  readonly updates: number;
  readonly updateBytes: number;
  readonly deliveries: number;
  readonly commits: number;
  readonly commitFailures: number;
  readonly compactions: number;
  readonly slowReadersClosed: number;
  readonly refused: Readonly<Record<string, number>>;
}

export interface NotesHub {
  /** Serves an upgrade of `/yjs/<sessionId>/<roomId>/notes`; any other path is closed with `noSuchDocument`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Earlier states of documents. */
  readonly versions: NotesVersions;
  /** The last line that a document says, cut: of one that is open; null of others. */
  lastLine(documentName: string): string | null;
  /** The same of a document that nobody has open, out of the store; null where it cannot be read. */
  storedLastLine(documentName: string): Promise<string | null>;
  /** A document is known to have come to `seq`: one that is open takes in what others stored. Never rejects. */
  catchUp(documentName: string, seq: number): Promise<void>;
  /** Closes everybody on one document. */
  closeDocument(documentName: string, code: number): void;
  /** Closes one actor's connections in a session, by default so that they come again with their new rights. */
  closeActor(sessionId: string, actorId: string, code?: number): void;
  /** Writes updates of the server's own for an actor; resolves once they are on disk, rejects where they are not all taken. */
  write(documentName: string, updates: readonly Uint8Array[], actorId: string): Promise<void>;
  /**
   * Closes everybody on a session's documents and lets `erase` take them off the disk, once nothing of them is under way. None is
   * opened any more, unless erasing fails or the session is here anew.
   */
  forget<T>(sessionId: string, erase: () => Promise<T>): Promise<T>;
  /** A session is on disk that may have been forgotten before: its documents are opened again. */
  hereAnew(sessionId: string): void;
  /** Rights in a session may have changed: no message is taken until each connection's are known to be the same. */
  recheck(sessionId: string): void;
  /** The same for everybody who is connected. */
  recheckAll(): void;
  stats(): NotesStats;
  /** Stops taking messages, stores what was taken, closes every socket with 1012. */
  close(): Promise<void>;
}

const CLOSE_DEADLINE_MS = 8000;
/** A version that takes longer is given up; what it would have held is in the document. */
const VERSIONS_DEADLINE_MS = 2000;
const CLOSE_POLL_MS = 20;

/** The server of shared notes: y-websocket's protocol on top of a durable store. */
export function createNotesHub(parts: NotesHubParts): NotesHub {
  const { store, clock, log, authorize } = parts;
  const limits: NotesLimits = { ...NOTES_LIMITS, ...parts.limits };
  const counters = newCounters();
  const budgets = new ActorBudgets(limits);
  const compactor = new Compactor(store, log, startCompactionThread);
  let storeDownUntilMs = 0;
  let isDraining = false;
  const forgotten = new Set<string>();
  const isForgotten = (documentName: string) => forgotten.has(roomOfDocument(documentName).sessionId);
  /** What the server itself is writing, by the name of the document. */
  const writings = new Map<Promise<void>, string>();
  const commit = new GroupCommit({
    append: (updates) => store.append(updates),
    delayMs: limits.commitDelayMs,
    intervalMs: limits.commitIntervalMs,
    onFailure: (error) => {
      counters.commitFailures += 1;
      storeDownUntilMs = performance.now() + limits.storeRetryMs;
      log("notes_commit_failed", { error: String(error) });
    },
  });
  const keeper = new VersionKeeper({
    store: parts.versionStore,
    limits: { ...VERSION_LIMITS, ...parts.versionLimits },
    clock,
    newId: parts.newId,
    log,
    stateOf: (documentName) => store.load(documentName),
    isForgotten,
  });
  const documents = new DocumentRegistry({
    store,
    commit,
    versions: keeper,
    onWritten: parts.onWritten ?? (() => undefined),
    limits,
    clock,
    log,
    counters,
    storeDownUntilMs: () => storeDownUntilMs,
    compact: async (documentName) => {
      const snapshotBytes = await compactor.compact(documentName);
      if (snapshotBytes !== null) counters.compactions += 1;
      return snapshotBytes;
    },
  });
  const upgrade = new NotesUpgrade({
    authorize,
    tokenOf: parts.tokenOf,
    stayOn: parts.stayOn,
    limits,
    log,
    isDraining: () => isDraining,
    onAdmitted: admit,
  });
  const stopHeartbeat = startHeartbeat(documents, budgets, limits);

  function admit({ documentName, webSocket, socket, request, access, stay }: Admission): void {
    if (forgotten.has(request.sessionId)) {
      webSocket.close(NOTES_CLOSE.noSuchDocument);
      return;
    }
    const document = documents.open(documentName);
    const knownLives = knownLivesOf(request.request);
    const connection = new NotesConnection({
      webSocket,
      socket,
      request,
      access,
      limits,
      budgets: budgets.of(documentName, access.actorId),
      knownLives,
    });
    if (isCrowded(document, access.actorId, limits)) {
      countRefusal(counters, "too_many_connections");
      connection.close(NOTES_CLOSE.overloaded);
      return;
    }
    webSocket.on("message", (data, isBinary) => {
      connection.heardAtMs = performance.now();
      if (data instanceof Buffer && isBinary) document.receive(connection, data);
      else document.dismiss(connection, NOTES_CLOSE.malformed);
    });
    webSocket.on("pong", () => {
      connection.heardAtMs = performance.now();
    });
    webSocket.on("close", () => document.left(connection));
    parts.onEntered?.(socket);
    document.join(connection);
    stay?.onEnd(() => document.dismiss(connection, NOTES_CLOSE.notSignedIn));
  }

  function recheckConnection(document: NotesDocument, connection: NotesConnection): void {
    connection.hold();
    authorize(connection.request).then(
      (access) => {
        if (!isSameAccess(connection.access, access)) document.dismiss(connection, NOTES_CLOSE.rightsChanged);
        else document.release(connection);
      },
      (error: unknown) => {
        log("notes_authorize_failed", { documentName: document.name, error: String(error) });
        document.dismiss(connection, NOTES_CLOSE.overloaded);
      },
    );
  }

  function* connectionsOf(sessionId: string): Iterable<[NotesDocument, NotesConnection]> {
    for (const document of documents.all()) {
      for (const connection of [...document.connections]) {
        if (connection.request.sessionId === sessionId) yield [document, connection];
      }
    }
  }

  async function write(documentName: string, updates: readonly Uint8Array[], actorId: string): Promise<void> {
    if (isForgotten(documentName)) throw forgottenError(documentName);
    const writing = documents.open(documentName).write(updates, actorId);
    writings.set(writing, documentName);
    try {
      await writing;
    } finally {
      writings.delete(writing);
    }
  }

  async function letGo(sessionId: string): Promise<void> {
    for (const [document, connection] of connectionsOf(sessionId))
      document.dismiss(connection, NOTES_CLOSE.noSuchDocument);
    const own = [...writings].filter(([, name]) => roomOfDocument(name).sessionId === sessionId);
    await Promise.allSettled(own.map(([writing]) => writing));
    await commit.flushed();
    await keeper.forget(`${sessionId}/`);
  }

  async function forget<T>(sessionId: string, erase: () => Promise<T>): Promise<T> {
    forgotten.add(sessionId);
    for (const earliest of forgotten) {
      if (forgotten.size <= limits.forgottenMax) break;
      forgotten.delete(earliest);
    }
    try {
      await letGo(sessionId);
      const erased = await erase();
      // Whoever was about to come in has met a closed door; what failed meanwhile is not tried again.
      await letGo(sessionId);
      return erased;
    } catch (error) {
      forgotten.delete(sessionId);
      throw error;
    }
  }

  async function close(): Promise<void> {
    isDraining = true;
    for (const document of documents.all()) for (const connection of document.connections) connection.hold();
    const deadlineMs = performance.now() + CLOSE_DEADLINE_MS;
    await Promise.race([commit.flushed(), pause(CLOSE_DEADLINE_MS)]);
    await Promise.race([keeper.close(), pause(VERSIONS_DEADLINE_MS)]);
    stopHeartbeat();
    for (const document of documents.all()) {
      for (const connection of [...document.connections]) document.dismiss(connection, NOTES_CLOSE.restart);
    }
    while (upgrade.openSockets > 0 && performance.now() < deadlineMs) await pause(CLOSE_POLL_MS);
    upgrade.close();
    await compactor.close();
  }

  return {
    handleUpgrade: (request, socket, head) => {
      upgrade.handle(request, socket, head).catch((error: unknown) => {
        log("notes_upgrade_failed", { error: String(error) });
        socket.destroy();
      });
    },
    versions: new NotesVersions({
      store: parts.versionStore,
      keeper,
      stateOf: (documentName) => store.load(documentName),
      write,
    }),
    lastLine: (documentName) => documents.find(documentName)?.lastLine() ?? null,
    storedLastLine: async (documentName) => {
      try {
        return storedLastLine(await store.load(documentName));
      } catch (error) {
        log("notes_last_line_failed", { documentName, error: String(error) });
        return null;
      }
    },
    catchUp: async (documentName, seq) => {
      await documents.find(documentName)?.catchUp(seq);
    },
    closeDocument: (documentName, code) => {
      const document = documents.find(documentName);
      for (const connection of [...(document?.connections ?? [])]) document?.dismiss(connection, code);
    },
    closeActor: (sessionId, actorId, code = NOTES_CLOSE.rightsChanged) => {
      for (const [document, connection] of connectionsOf(sessionId)) {
        if (connection.access.actorId === actorId) document.dismiss(connection, code);
      }
    },
    write,
    forget,
    hereAnew: (sessionId) => {
      forgotten.delete(sessionId);
    },
    recheck: (sessionId) => {
      for (const [document, connection] of connectionsOf(sessionId)) recheckConnection(document, connection);
    },
    recheckAll: () => {
      for (const document of documents.all()) {
        for (const connection of [...document.connections]) recheckConnection(document, connection);
      }
    },
    stats: () => {
      const all = documents.all();
      const connections = all.flatMap((document) => [...document.connections]);
      return {
        ...counters,
        documents: all.length,
        connections: connections.length,
        staged: all.reduce((sum, document) => sum + document.staged, 0),
        unsentBytes: connections.reduce((sum, connection) => sum + connection.unsentBytes, 0),
        budgets: budgets.size,
        commits: commit.commits,
        refused: Object.fromEntries(counters.refused),
      };
    },
    close,
  };
}

function isCrowded(document: NotesDocument, actorId: string, limits: NotesLimits): boolean {
  let own = 0;
  for (const connection of document.connections) if (connection.access.actorId === actorId) own += 1;
  const isFull = document.connections.size >= limits.connectionsPerDocument;
  return own >= (isFull ? 1 : limits.connectionsPerActorAndDocument);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, milliseconds);
  });
}
