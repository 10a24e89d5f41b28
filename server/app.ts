import type { Server } from "node:http";
import type { Registry } from "prom-client";
import { HostRegistry } from "./host/host-registry.ts";
import type { Client } from "./http/parts.ts";
import { createWeb } from "./http/web.ts";
import { AttemptLimiter } from "./identity/attempt-limiter.ts";
import { PinAttempts } from "./identity/pin-attempts.ts";
import { Pins } from "./identity/pins.ts";
import { Tokens } from "./identity/tokens.ts";
import { createMetrics } from "./metrics.ts";
import { createNotesHub } from "./notes/notes-hub.ts";
import type { VersionLimits } from "./notes/versions/version-limits.ts";
import { authorizeNotes, closedNotes, notesToken } from "./notes-access.ts";
import { OpenConnections } from "./open-connections.ts";
import type { Storage } from "./ports/storage.ts";
import type { SlowClientLimits } from "./sockets/backlog.ts";
import { socketAudience } from "./sockets/lane-rooms.ts";
import { listenToSockets } from "./sockets/session-gateway.ts";
import { closeSlowClients } from "./sockets/slow-clients.ts";
import { createSocketServer, disconnectAll } from "./sockets/socket-server.ts";
import { routeUpgrades } from "./upgrade-router.ts";

export interface AppParts {
  /** Not listening yet, without listeners of ours. */
  readonly server: Server;
  readonly storage: Storage;
  /** 32 random bytes that stay with the data. */
  readonly secret: Buffer;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: (message: string, details: object) => void;
  readonly addresses: () => string[];
  readonly client: Client;
  /** See `HostParts.commitIntervalMs`. */
  readonly commitIntervalMs: number;
  /** When a client counts as one that does not read; for tests. */
  readonly slowClientLimits?: SlowClientLimits;
  /** How often what expired tokens hold open is closed; for tests. */
  readonly tokenSweepMs?: number;
  /** When versions of notes are kept; for tests. */
  readonly versionLimits?: Partial<VersionLimits>;
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

const PASSWORD_TRIES = { burst: 10, refillMs: 20 * 1000 } as const;
/** What an expired token holds open is closed within this time. */
const TOKEN_SWEEP_MS = 30_000;
const DRAIN_SPREAD_MS = 3_000;
/** Who has not gone by then is cut off: a half-sent request, a client that does not read. */
const CUT_AFTER_MS = 2_000;

/** The whole server on parts given from outside: what `main.ts` and the tests start. */
export function createApp(parts: AppParts): App {
  const { server, storage, clock, log, newId } = parts;
  const connections = new OpenConnections(server);
  const io = createSocketServer(server);
  const tokens = new Tokens(storage.credentials, clock);
  const expiring = setInterval(() => tokens.endExpired(), parts.tokenSweepMs ?? TOKEN_SWEEP_MS);
  const metrics = createMetrics(() => io.engine.clientsCount);
  const notes = createNotesHub({
    store: storage.notes,
    versionStore: storage.notesVersions,
    newId,
    clock,
    log,
    tokenOf: notesToken,
    stayOn: (token) => tokens.stayOn(token),
    authorize: authorizeNotes(tokens, (sessionId) => hosts.open(sessionId)),
    ...(parts.versionLimits !== undefined && { versionLimits: parts.versionLimits }),
  });
  const audience = socketAudience(io, {
    notesAccessChanged: (sessionId) => {
      notes.recheck(sessionId);
      void hosts.open(sessionId).then((host) => host !== null && notes.versions.closed(closedNotes(host)));
    },
    signOut: async (sessionId, personIds) => {
      await Promise.all(
        personIds.map((personId) => tokens.withdrawAll({ kind: "person", sessionId, personId })),
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
  let isDraining = false;
  listenToSockets(io, { hosts, tokens, clock, log, isDraining: () => isDraining });
  const stopSweeping = closeSlowClients(io, () => metrics.slowClientsClosed.inc(), parts.slowClientLimits);
  const web = createWeb(
    {
      hosts,
      storage,
      tokens,
      pins: new Pins(parts.secret, storage.credentials),
      pinAttempts: new PinAttempts(clock),
      passwordAttempts: new AttemptLimiter({ ...PASSWORD_TRIES, clock }),
      notesState: (documentName) => notes.stateOf(documentName),
      notesVersions: notes.versions,
      isReady: () => !isDraining,
      addresses: parts.addresses,
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
      ...(parts.client.kind === "handler" && { "/vite-hmr": "claimed" as const }),
      "/yjs/": (request, socket, head) => notes.handleUpgrade(request, socket, head),
    },
    () => isDraining,
  );
  const close = async () => {
    isDraining = true;
    io.emit("server:notice", { code: "draining", retryInMs: DRAIN_SPREAD_MS });
    stopSweeping();
    clearInterval(expiring);
    const cutting = setTimeout(() => connections.cut(), CUT_AFTER_MS);
    await hosts.settled();
    await notes.close();
    await disconnectAll(io);
    await io.close();
    clearTimeout(cutting);
  };
  return { server, hosts, tokens, metrics: metrics.registry, close };
}
