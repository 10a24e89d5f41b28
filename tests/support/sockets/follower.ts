import { io, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import {
  type Lane,
  type LaneChanges,
  lanePrecedence,
  type RecordView,
} from "../../../shared/protocol/lanes.ts";
import type {
  ClientToServerEvents,
  CommandReply,
  JoinReply,
  ServerToClientEvents,
} from "../../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../new-id.ts";
import { plainLanes } from "./plain-lanes.ts";

const ACK_DEADLINE_MS = 10_000;

/**
 * A client written from the contract alone, apart from the product's own: follows lanes by their revs, and keeps
 * every byte that reached it, to look for what should not have.
 */
export class Follower {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  readonly received: string[] = [];
  readonly lanes = new Map<Lane, { rev: number; records: Map<string, RecordView> }>();
  hostId: string | undefined;
  /** Joins made because of a reset or a gap. */
  rejoins = 0;
  /** Whether lanes are being fetched anew. */
  joining: Promise<JoinReply> | null = null;
  /** What it asked where askers are never recorded, and follows. */
  follows: readonly string[] = [];
  /** Packings it says that it takes. */
  accepts: readonly string[] = [];
  private readonly sessionId: string;

  constructor(url: string, sessionId: string, token: string, options: { reconnection?: boolean } = {}) {
    this.sessionId = sessionId;
    this.socket = io(url, {
      transports: ["websocket"],
      auth: { token },
      forceNew: true,
      reconnection: options.reconnection ?? false,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
    });
    this.socket.onAny((...args: unknown[]) => this.received.push(JSON.stringify(args)));
    this.socket.on("session:changes", (changes) => {
      if (!this.take(changes)) this.rejoin();
    });
    this.socket.on("session:reset", () => this.rejoin());
    onTestFinished(() => void this.socket.disconnect());
  }

  /** Joins, resuming what it has. */
  async join(): Promise<JoinReply> {
    const have = Object.fromEntries([...this.lanes].map(([lane, { rev }]) => [lane, rev]));
    const request = {
      sessionId: this.sessionId,
      protocolVersion: PROTOCOL_VERSION,
      have: have as Record<Lane, number>,
      ...(this.hostId !== undefined && { hostId: this.hostId }),
      ...(this.follows.length > 0 && { follows: [...this.follows] }),
      ...(this.accepts.length > 0 && { accepts: [...this.accepts] }),
    };
    const reply: JoinReply = await this.socket.timeout(ACK_DEADLINE_MS).emitWithAck("session:join", request);
    const lanes = reply.ok ? plainLanes(reply.lanes) : [];
    this.received.push(JSON.stringify({ ...reply, lanes }));
    if (!reply.ok) return reply;
    this.hostId = reply.hostId;
    const standing = new Set(lanes.map(({ lane }) => lane));
    for (const lane of this.lanes.keys()) if (!standing.has(lane)) this.lanes.delete(lane);
    for (const changes of lanes) this.take(changes);
    return reply;
  }

  async send(command: Command, commandId: string = newId()): Promise<CommandReply> {
    const reply: CommandReply = await this.socket
      .timeout(ACK_DEADLINE_MS)
      .emitWithAck("session:command", { commandId, command });
    this.received.push(JSON.stringify(reply));
    return reply;
  }

  /** What the viewer sees: of each record the view of the first lane in the contract's order. */
  records(): Map<string, RecordView> {
    const lanes = [...this.lanes].sort(([one], [other]) => lanePrecedence(other) - lanePrecedence(one));
    const merged = new Map<string, RecordView>();
    for (const [, { records }] of lanes) for (const [id, view] of records) merged.set(id, view);
    return merged;
  }

  get(id: string): RecordView | undefined {
    return this.records().get(id);
  }

  private rejoin(): void {
    this.rejoins += 1;
    this.joining ??= this.join().finally(() => {
      this.joining = null;
    });
    this.joining.catch(() => undefined);
  }

  /** False where there is a gap. */
  private take({ lane, from, to, put, remove }: LaneChanges): boolean {
    const known = this.lanes.get(lane);
    if (from !== null && known === undefined) return false;
    if (from !== null && known !== undefined) {
      if (to <= known.rev) return true;
      if (from !== known.rev) return false;
    }
    const records = from === null || known === undefined ? new Map<string, RecordView>() : known.records;
    for (const view of put) records.set(view.id, view);
    for (const id of remove) records.delete(id);
    this.lanes.set(lane, { rev: to, records });
    return true;
  }
}
