import type { Server } from "node:http";
import type { Registry } from "prom-client";
import { notesDocumentName, roomOfDocument } from "../shared/protocol/notes.ts";
import { boundedLog } from "./bounded-log.ts";
import type { SlowClientLimits } from "./connections/backlog.ts";
import { type ConnectionLimits, connectionLimits } from "./connections/connection-limits.ts";
import { descriptorLimit } from "./connections/descriptor-limit.ts";
import { OpenConnections } from "./connections/open-connections.ts";
import type { FontPlaces } from "./documents/pdf/fonts/font-places.ts";
import { Previews } from "./documents/preview/previews.ts";
import { type ExportLimits, ExportTasks } from "./exports/export-tasks.ts";
import { forgetSession } from "./forget-session.ts";
import { HostRegistry, IDLE_HOST_MS } from "./host/host-registry.ts";
import type { Client } from "./http/parts.ts";
import { createWeb } from "./http/web.ts";
import { AttemptLimiter } from "./identity/attempt-limiter.ts";
import { GuessBook } from "./identity/guess-book.ts";
import { PasswordDoor } from "./identity/password-door.ts";
import { PinAttempts } from "./identity/pin-attempts.ts";
import { PinDoor } from "./identity/pin-door.ts";
import { Pins } from "./identity/pins.ts";
import { Tokens } from "./identity/tokens.ts";
import { Lobbies } from "./lobby/lobbies.ts";
import { SessionList } from "./lobby/session-list.ts";
import { createMetrics } from "./metrics.ts";
import { createNotesHub } from "./notes/notes-hub.ts";
import type { VersionLimits } from "./notes/versions/version-limits.ts";
import { authorizeNotes, closedNotes, notesToken } from "./notes-access.ts";
import { IncomingFiles } from "./opening/incoming-files.ts";
import { Openings } from "./opening/openings.ts";
import type { Log } from "./ports/log.ts";
import type { Storage } from "./ports/storage.ts";
import { MACHINE_TIMES } from "./presence/machine-times.ts";
import { MemoryPresence } from "./presence/memory-presence.ts";
import { Rehearsals } from "./rehearsal/rehearsals.ts";
import { OpenActorSockets } from "./sockets/actor-sockets.ts";
import { LaneRooms } from "./sockets/lane-rooms.ts";
import { listenToSockets } from "./sockets/session-gateway.ts";
import { closeSlowClients } from "./sockets/slow-clients.ts";
import { socketAudience, tellGuesses } from "./sockets/socket-audience.ts";
import { createSocketServer, disconnectAll } from "./sockets/socket-server.ts";
import { routeUpgrades } from "./upgrade-router.ts";
import { startDataCheck } from "./verification/data-check.ts";

export interface AppParts {
  /** Not listening yet, without listeners of ours. */
  readonly server: Server;
  readonly storage: Storage;
  /** 32 random bytes that stay with the data. */
  readonly secret: Buffer;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
  readonly addresses: () => string[];
  /** Where documents find their fonts, beside those shipped with the product. */
  readonly fontPlaces: FontPlaces;
  readonly client: Client;
  /** Where large uploads stand while they are looked at; this server alone uses it, and what is in it is removed. */
  readonly incomingFolder: string;
  /** See `HostParts.commitIntervalMs`. */
  readonly commitIntervalMs: number;
  /** When a client counts as one that does not read; for tests. */
  readonly slowClientLimits?: SlowClientLimits;
  /** How long nobody asks for a session until it leaves memory; for tests. */
  readonly idleHostMs?: number;
  /** How many connections there may be and how long one may do nothing; for tests. */
  readonly connectionLimits?: Partial<ConnectionLimits>;
  /** How often what expired tokens hold open is closed; for tests. */
  readonly tokenSweepMs?: number;
  /** When versions of notes are kept; for tests. */
  readonly versionLimits?: Partial<VersionLimits>;
  /** How many files are made and kept for one who takes them; for tests. */
  readonly exportLimits?: Partial<ExportLimits>;
}

export interface App {
  /** The server given in. */
  readonly server: Server;
  readonly hosts: HostRegistry;
  readonly tokens: Tokens;
  readonly metrics: Registry;
  /** Tells clients, finishes what was accepted, closes every connection. */
  close(): Promise<void>;
}

/** How often idle sessions are looked for, within the time that makes one idle. */
const RELEASES_A_PERIOD = 6;
/** What an expired token holds open is closed within this time. */
const TOKEN_SWEEP_MS = 30_000;
const DRAIN_SPREAD_MS = 3_000;
/** Who has not gone by then is cut off: a half-sent request, a client that does not read. */
const CUT_AFTER_MS = 2_000;

/** The whole server on parts given from outside: what `main.ts` and the tests start. */
export function createApp(parts: AppParts): App {
  const { server, storage, clock, newId } = parts;
  const { log, close: closeLog } = boundedLog(parts.log);
  const io = createSocketServer(server);
  const limits = { ...connectionLimits(descriptorLimit()), ...parts.connectionLimits };
  const connections = new OpenConnections(server, {
    limits,
    closed: (reason) => metrics.connectionsClosed.inc({ reason }),
    log,
  });
  const tokens = new Tokens(storage.credentials, clock);
  const expiring = setInterval(() => tokens.endExpired(), parts.tokenSweepMs ?? TOKEN_SWEEP_MS);
  const sessions = new SessionList({ journal: storage.journal, log });
  const lobbies = new Lobbies(storage.journal, sessions);
  const metrics = createMetrics({
    sessionConnections: () => io.engine.clientsCount,
    connections: () => connections.counts,
    limits,
  });
  const notes = createNotesHub({
    store: storage.notes,
    versionStore: storage.notesVersions,
    newId,
    clock,
    log,
    tokenOf: notesToken,
    stayOn: (token) => tokens.stayOn(token),
    authorize: authorizeNotes(tokens, lobbies, (sessionId) => hosts.open(sessionId)),
    onEntered: (socket) => connections.enter(socket),
    onWritten: (documentName) => {
      const { sessionId, roomId } = roomOfDocument(documentName);
      presence.wrote(sessionId, roomId);
    },
    ...(parts.versionLimits !== undefined && { versionLimits: parts.versionLimits }),
  });
  const presence = new MemoryPresence({
    lines: {
      read: (sessionId, roomId) => notes.lastLine(notesDocumentName(sessionId, roomId)),
      fetch: (sessionId, roomId) => notes.storedLastLine(notesDocumentName(sessionId, roomId)),
    },
    times: MACHINE_TIMES,
  });
  const rooms = new LaneRooms();
  const audience = socketAudience(rooms, {
    stored: (sessionId, recordIds) => lobbies.changed(sessionId, recordIds),
    signOut: async (sessionId, personIds) => {
      await Promise.all(
        personIds.map((personId) => tokens.withdrawAll({ kind: "person", sessionId, personId })),
      );
    },
    notesAccessChanged: (sessionId) => {
      notes.recheck(sessionId);
      hosts.open(sessionId).then(
        (host) => host !== null && notes.versions.closed(closedNotes(host)),
        (error: unknown) => log("closed notes not kept", { error }),
      );
    },
  });
  const hosts = new HostRegistry({
    journal: storage.journal,
    audience,
    clock,
    newId,
    log,
    commitIntervalMs: parts.commitIntervalMs,
  });
  const dataCheck = startDataCheck(storage, { sessions, clock, log });
  let isDraining = false;
  const sockets = new OpenActorSockets();
  listenToSockets(io, { hosts, tokens, sockets, rooms, presence, clock, log, isDraining: () => isDraining });
  io.on("connection", (socket) => {
    const { line } = socket.data.outlet;
    connections.enter(line);
    socket.once("disconnect", () => connections.leave(line));
  });
  const idleHostMs = parts.idleHostMs ?? IDLE_HOST_MS;
  const releasing = setInterval(
    () => hosts.release((sessionId) => rooms.ofSession(sessionId) !== undefined, idleHostMs),
    idleHostMs / RELEASES_A_PERIOD,
  );
  const stopSweeping = closeSlowClients(
    sockets,
    () => metrics.slowClientsClosed.inc(),
    parts.slowClientLimits,
  );
  const tries = new AttemptLimiter(storage.attempts, clock);
  const pins = new Pins(parts.secret, storage.credentials);
  const book = new GuessBook({ clock, log, onGuesses: (sessionId) => tellGuesses(rooms, sessionId) });
  const attempts = new PinAttempts(tries, clock);
  const previews = new Previews({ notes: storage.notes, fontPlaces: parts.fontPlaces });
  const exports = new ExportTasks({ newId, log }, parts.exportLimits);
  const forget = (sessionId: string) =>
    forgetSession(sessionId, {
      hosts,
      notes,
      storage,
      previews,
      exports,
      tokens,
      lobbies,
      attempts,
      book,
      audience,
    });
  const openings = new Openings({ storage, sessions, forget, onOpened: notes.hereAnew, clock });
  const rehearsals = new Rehearsals({
    hosts,
    sessions,
    pen: { store: storage.notes, write: notes.write },
    presence,
    forget,
    clock,
    newId,
    log,
  });
  const web = createWeb(
    {
      hosts,
      storage,
      sessions,
      lobbies,
      tokens,
      pins,
      pinDoor: new PinDoor({ pins, attempts, book, tokens }),
      passwordDoor: new PasswordDoor({
        credentials: storage.credentials,
        tries,
        secret: parts.secret,
        tokens,
      }),
      notesVersions: notes.versions,
      rehearsals,
      previews,
      exports,
      openings,
      incoming: new IncomingFiles(parts.incomingFolder),
      isReady: () => !isDraining,
      dataFinding: dataCheck.finding,
      addresses: parts.addresses,
      fontPlaces: parts.fontPlaces,
      clock,
      newId,
      log,
      client: parts.client,
    },
    metrics.registry,
  );
  server.on("request", web);
  routeUpgrades(
    server,
    {
      "/socket.io/": "claimed",
      ...(parts.client.kind === "handler" && {
        "/vite-hmr": (_request, socket) => connections.enter(socket),
      }),
      "/yjs/": (request, socket, head) => notes.handleUpgrade(request, socket, head),
    },
    () => isDraining,
  );
  const close = async () => {
    isDraining = true;
    io.emit("server:notice", { code: "draining", retryInMs: DRAIN_SPREAD_MS });
    stopSweeping();
    clearInterval(releasing);
    clearInterval(expiring);
    connections.stopLooking();
    sessions.close();
    exports.close();
    const cutting = setTimeout(() => connections.cut(), CUT_AFTER_MS);
    await rehearsals.close();
    await dataCheck.done;
    await hosts.settled();
    hosts.stopAlarms();
    await notes.close();
    await disconnectAll(io);
    await io.close();
    clearTimeout(cutting);
    closeLog();
  };
  return { server, hosts, tokens, metrics: metrics.registry, close };
}
