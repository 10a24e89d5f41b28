import { io, type Socket } from "socket.io-client";
import { type WireError, wireError, wireErrorSchema } from "../../shared/protocol/errors.ts";
import { idSchema } from "../../shared/protocol/ids.ts";
import type { LaneChanges } from "../../shared/protocol/lanes.ts";
import type {
  ClientToServerEvents,
  CommandReply,
  CommandRequest,
  JoinReply,
  ServerToClientEvents,
  Viewer,
  WatchReply,
} from "../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/version.ts";
import { type ConnectionState, reconnectDelayMs, returnDelayMs } from "./connection-state.ts";
import type { Follows } from "./follows.ts";
import type { LaneStore } from "./lane-store.ts";
import { LIVENESS, Liveness } from "./liveness.ts";
import type { Outbox } from "./outbox.ts";
import { acceptedPackings, arePlain, unpackLanes } from "./packed-lanes.ts";
import type { ServerClock } from "./server-clock.ts";
import type { WallWatch } from "./wall-watch.ts";

const ANSWER_DEADLINE_MS = 8_000;
/** A join may bring a whole hall's records over a slow line, as one message of which nothing is heard until it is there. */
const JOIN_DEADLINE_MS = 20_000;

type SessionSocket = Socket<ServerToClientEvents, ClientToServerEvents>;
type Joined = Extract<JoinReply, { ok: true }>;

interface Dependencies {
  readonly sessionId: string;
  readonly token: string;
  /** Where the server is; absent in the browser: where the page came from. */
  readonly url?: string;
  /** Tells of `online` and `offline`; the window, in the browser. */
  readonly signals: EventTarget;
  readonly store: LaneStore;
  readonly outbox: Outbox;
  readonly follows: Follows;
  readonly onViewer: (viewer: Viewer) => void;
  readonly clock: ServerClock;
  /** Somebody guesses PINs; told to the organiser alone. */
  readonly onGuesses: () => void;
  readonly wall: WallWatch;
}

/**
 * Keeps one viewer joined to one session: connects, joins with what is held, applies changes, opens the outbox, and
 * knows within three seconds that the line is dead. Every try is a socket of its own; nothing of an old one is heard.
 */
export class SessionConnection {
  private readonly deps: Dependencies;
  private state: ConnectionState = { status: "connecting" };
  private readonly listeners = new Set<() => void>();
  private socket: SessionSocket | null = null;
  private liveness: Liveness | null = null;
  private ticker: ReturnType<typeof setInterval> | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;
  private nextDelayMs: number | null = null;
  private hostId: string | null = null;
  /** Live changes that came while a join was under way; null when none is. */
  private early: LaneChanges[] | null = null;
  private joinAgain = false;
  private accepts = acceptedPackings();

  constructor(deps: Dependencies) {
    this.deps = deps;
  }

  snapshot(): ConnectionState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    this.deps.signals.addEventListener("offline", this.onOffline);
    this.deps.signals.addEventListener("online", this.onOnline);
    this.ticker = setInterval(() => this.tick(), LIVENESS.tickMs);
    this.connect();
  }

  stop(): void {
    this.deps.signals.removeEventListener("offline", this.onOffline);
    this.deps.signals.removeEventListener("online", this.onOnline);
    if (this.ticker !== null) clearInterval(this.ticker);
    this.dropSocket();
    if (this.retryTimer !== null) clearTimeout(this.retryTimer);
    this.retryTimer = null;
  }

  /** Another question is followed from now on; while the line is down the next join asks for it. */
  followsChanged(): void {
    if (this.state.status === "online") this.join();
  }

  private readonly onOffline = () => this.lost();
  private readonly onOnline = () => {
    if (this.state.status !== "online" && this.state.status !== "refused") this.connect();
  };

  private connect(): void {
    if (this.retryTimer !== null) clearTimeout(this.retryTimer);
    this.retryTimer = null;
    this.dropSocket();
    const options = {
      transports: ["websocket"],
      auth: { token: this.deps.token },
      reconnection: false,
      forceNew: true,
      timeout: ANSWER_DEADLINE_MS,
    };
    const socket: SessionSocket = this.deps.url === undefined ? io(options) : io(this.deps.url, options);
    this.socket = socket;
    const heard = () => this.liveness?.heard(performance.now());
    socket.io.on("packet", heard);
    socket.io.on("ping", heard);
    socket.on("connect", () => {
      this.liveness = new Liveness(performance.now());
      this.join();
    });
    socket.on("connect_error", (error) => this.connectFailed(error));
    socket.on("disconnect", () => this.lost());
    socket.on("session:changes", (changes) => this.receive(changes));
    socket.on("session:reset", () => this.join());
    socket.on("session:presence", (changes) => this.deps.wall.hear(changes));
    socket.on("session:guesses", () => this.deps.onGuesses());
    socket.on("server:notice", (notice) => {
      this.nextDelayMs = returnDelayMs(notice.retryInMs, Math.random());
    });
  }

  /** Says what we have and asks for what is missing; also where our rights are others now: lanes we keep cost nothing. */
  private join(): void {
    const socket = this.socket;
    if (socket === null) return;
    // An address typed wrong names no session, and is not the fault of a form.
    if (!idSchema.safeParse(this.deps.sessionId).success) {
      this.refused(wireError("session_unknown"));
      return;
    }
    if (this.early !== null) {
      this.joinAgain = true;
      return;
    }
    this.early = [];
    const request = {
      sessionId: this.deps.sessionId,
      protocolVersion: PROTOCOL_VERSION,
      have: this.deps.store.have(),
      ...(this.hostId !== null && { hostId: this.hostId }),
      ...(this.deps.follows.ids.length > 0 && { follows: [...this.deps.follows.ids] }),
      ...(this.accepts.length > 0 && { accepts: this.accepts }),
    };
    const sentAtMs = this.deps.clock.monotonicNow();
    socket.timeout(JOIN_DEADLINE_MS).emit("session:join", request, (error, reply) => {
      if (this.socket !== socket) return;
      if (error === null && reply.ok) this.hearClock(sentAtMs, reply.now);
      if (error !== null) this.lost();
      else if (reply.ok) this.answered(socket, reply);
      else if (reply.error.retryable) this.lost(reply.error);
      else this.refused(reply.error);
    });
  }

  /** Until packed lanes are unpacked, live changes wait as they do before the answer. */
  private answered(socket: SessionSocket, reply: Joined): void {
    const { lanes } = reply;
    if (arePlain(lanes)) {
      this.joined(socket, reply, lanes);
      return;
    }
    unpackLanes(lanes).then(
      (plain) => {
        if (this.socket === socket) this.joined(socket, reply, plain);
      },
      () => {
        if (this.socket === socket) this.joinPlain();
      },
    );
  }

  /** A browser that cannot unpack what it says it can gets everything plain. */
  private joinPlain(): void {
    this.accepts = [];
    this.early = null;
    this.joinAgain = false;
    this.join();
  }

  private joined(socket: SessionSocket, reply: Joined, lanes: readonly LaneChanges[]): void {
    const early = this.early ?? [];
    const again = this.joinAgain;
    this.early = null;
    this.joinAgain = false;
    this.hostId = reply.hostId;
    this.deps.onViewer(reply.viewer);
    const whole = this.deps.store.join(lanes);
    for (const changes of early) this.receive(changes);
    if (again || !whole) {
      this.join();
      return;
    }
    if (this.early !== null) return;
    this.failures = 0;
    if (this.state.status !== "online") this.deps.clock.joined();
    this.change({ status: "online" });
    this.deps.outbox.open((request) => transmit(socket, request));
    this.deps.wall.joined({
      watch: () => watch(socket),
      unwatch: () => void socket.emit("session:unwatch", {}, () => undefined),
    });
  }

  private receive(changes: LaneChanges): void {
    if (this.early !== null) this.early.push(changes);
    else if (this.deps.store.apply(changes) === "gap") this.join();
  }

  private connectFailed(error: Error & { data?: unknown }): void {
    const wire = wireErrorSchema.safeParse(error.data);
    if (wire.success && !wire.data.retryable) this.refused(wire.data);
    else this.lost(wire.success ? wire.data : undefined);
  }

  private tick(): void {
    const socket = this.socket;
    // Until the first answer silence says nothing: the join's own deadline decides.
    if (this.state.status !== "online") return;
    const verdict = this.liveness?.tick(performance.now());
    if (verdict === "dead") this.lost();
    const isClockDue = this.deps.clock.isDue();
    if (socket === null || this.socket !== socket || (verdict !== "ping" && !isClockDue)) return;
    const sentAtMs = this.deps.clock.monotonicNow();
    socket.emit("session:ping", {}, (reply) => {
      if (this.socket === socket && reply.ok) this.hearClock(sentAtMs, reply.now);
    });
  }

  private hearClock(sentAtMs: number, serverNow: number): void {
    const { clock } = this.deps;
    clock.hear({ sentAtMs, receivedAtMs: clock.monotonicNow(), serverNow });
  }

  /** The line is down: says so and tries again after a pause. */
  private lost(error?: WireError): void {
    this.dropSocket();
    if (this.state.status === "refused" || this.retryTimer !== null) return;
    this.change(error === undefined ? { status: "offline" } : { status: "offline", error });
    const delayMs = this.nextDelayMs ?? reconnectDelayMs(this.failures, Math.random());
    this.nextDelayMs = null;
    this.failures += 1;
    this.retryTimer = setTimeout(() => this.connect(), delayMs);
  }

  private refused(error: WireError): void {
    this.dropSocket();
    this.change({ status: "refused", error });
  }

  private dropSocket(): void {
    const socket = this.socket;
    this.socket = null;
    this.liveness = null;
    this.early = null;
    this.joinAgain = false;
    this.deps.outbox.close();
    this.deps.wall.lost();
    if (socket === null) return;
    socket.removeAllListeners();
    socket.io.removeAllListeners();
    socket.disconnect();
  }

  private change(state: ConnectionState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}

async function transmit(socket: SessionSocket, request: CommandRequest): Promise<CommandReply | null> {
  try {
    return await socket.timeout(ANSWER_DEADLINE_MS).emitWithAck("session:command", request);
  } catch {
    return null;
  }
}

async function watch(socket: SessionSocket): Promise<WatchReply | null> {
  try {
    return await socket.timeout(ANSWER_DEADLINE_MS).emitWithAck("session:watch", {});
  } catch {
    return null;
  }
}
