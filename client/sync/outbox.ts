import type { Command } from "../../shared/protocol/commands/command.ts";
import type { ErrorCode, WireError } from "../../shared/protocol/errors.ts";
import type { CommandReply, CommandRequest } from "../../shared/protocol/session-socket.ts";
import type { OutboxEntry, OutboxStorage, StoredEntry } from "./outbox-storage.ts";

/** Sends one request and gives the server's answer; `null` when none came (cut off, or too late). */
export type Transmit = (request: CommandRequest) => Promise<CommandReply | null>;

export interface SendOptions {
  /** A refused command stays in the outbox, with the reason, until it is discarded: for what a person has written. */
  readonly keepRefused?: boolean;
}

interface AwaitedReply {
  readonly reply: Promise<CommandReply>;
  readonly answer: (reply: CommandReply) => void;
}

/** Refusals that are about the viewer and not about the command: it is kept and sent once the viewer is back. */
const ABOUT_THE_VIEWER: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["not_signed_in", "client_outdated"]);

/** Pause before a command that met a passing difficulty is sent again: 1 s, 2 s, 4 s … at most 15 s. */
function retryDelayMs(tries: number): number {
  return Math.min(1_000 * 2 ** (tries - 1), 15_000);
}

/**
 * Commands on their way. They are sent one after the other in the order they were made, so that an effect never
 * overtakes its cause; the rest waits behind one that meets a passing difficulty. Only `internal`, which may be the
 * fault of that one command, lets the others past.
 */
export class Outbox {
  private readonly storage: OutboxStorage;
  private readonly makeId: () => string;
  private entries: readonly StoredEntry[];
  private readonly awaited = new Map<string, AwaitedReply>();
  private readonly tries = new Map<string, { count: number; notBefore: number }>();
  private readonly listeners = new Set<() => void>();
  private transmit: Transmit | null = null;
  private inFlight = false;
  /** Counts the lines there have been, so that a late answer of an old one is not heard. */
  private line = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(storage: OutboxStorage, makeId: () => string) {
    this.storage = storage;
    this.makeId = makeId;
    this.entries = storage.load();
  }

  /** Not yet acknowledged, in order; the same array until it changes. */
  snapshot(): readonly OutboxEntry[] {
    return this.entries;
  }

  /** Keeps the command, then sends it; resolves with the server's final answer, however long that takes. */
  send(command: Command, { keepRefused = false }: SendOptions = {}): Promise<CommandReply> {
    const commandId = this.makeId();
    const order = Math.max(Date.now(), (this.entries.at(-1)?.order ?? 0) + 1);
    const entry: StoredEntry = { commandId, command, order, keepRefused };
    this.storage.save(entry);
    this.change([...this.entries, entry]);
    let answer: AwaitedReply["answer"] = () => undefined;
    const reply = new Promise<CommandReply>((resolve) => {
      answer = resolve;
    });
    this.awaited.set(commandId, { reply, answer });
    this.pump();
    return reply;
  }

  /** Until what is under way now is answered, with what was sent next for its answer; null where nothing is. */
  underWay(): Promise<void> | null {
    return this.awaited.size === 0 ? null : this.answered([...this.awaited.values()]);
  }

  /** Takes an entry away, as its author wishes; whoever waits for its answer gets none. */
  discard(commandId: string): void {
    this.storage.remove(commandId);
    this.tries.delete(commandId);
    this.awaited.delete(commandId);
    this.change(this.entries.filter((entry) => entry.commandId !== commandId));
  }

  /** The viewer has joined, or joined anew on the same line: begins to send, from the first that is not under way. */
  open(transmit: Transmit): void {
    this.transmit = transmit;
    this.tries.clear();
    this.pump();
  }

  /** The line is cut: what is under way counts as unsent and is sent again after the next `open`. */
  close(): void {
    this.transmit = null;
    this.inFlight = false;
    this.line += 1;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async answered(awaited: readonly AwaitedReply[]): Promise<void> {
    let others: ReadonlySet<AwaitedReply> = new Set();
    const noted = awaited.map(async ({ reply }) => {
      await reply;
      others = new Set(this.awaited.values());
    });
    await Promise.all(noted);
    // Whoever waited for an answer goes on first.
    await new Promise((resolve) => setTimeout(resolve));
    const next = [...this.awaited.values()].filter((one) => !others.has(one));
    if (next.length > 0) await this.answered(next);
  }

  private pump(): void {
    const transmit = this.transmit;
    if (transmit === null || this.inFlight || this.timer !== null) return;
    const next = this.next(Date.now());
    if (next === null) return;
    if ("waitMs" in next) {
      this.timer = setTimeout(() => {
        this.timer = null;
        this.pump();
      }, next.waitMs);
      return;
    }
    this.inFlight = true;
    const { line } = this;
    const { commandId, command } = next;
    void transmit({ commandId, command }).then((reply) => {
      if (this.line !== line) return;
      this.inFlight = false;
      this.settle(next, reply);
      this.pump();
    });
  }

  /** The entry to send now, or how long to wait for one. */
  private next(now: number): StoredEntry | { waitMs: number } | null {
    let waitMs = Number.POSITIVE_INFINITY;
    for (const entry of this.entries) {
      if (isRefused(entry)) continue;
      const notBefore = this.tries.get(entry.commandId)?.notBefore ?? 0;
      if (notBefore <= now) return entry;
      waitMs = Math.min(waitMs, notBefore - now);
      if (entry.problem?.code !== "internal") break;
    }
    return Number.isFinite(waitMs) ? { waitMs } : null;
  }

  private settle(entry: StoredEntry, reply: CommandReply | null): void {
    if (reply === null) {
      this.postpone(entry, entry.problem);
      return;
    }
    if (!reply.ok && ABOUT_THE_VIEWER.has(reply.error.code)) {
      this.close();
      return;
    }
    if (!reply.ok && reply.error.retryable) {
      this.postpone(entry, reply.error);
      return;
    }
    const awaited = this.awaited.get(entry.commandId);
    this.awaited.delete(entry.commandId);
    // What was written before a reload has nobody left to take its refusal, so it stays for its author.
    if (!reply.ok && (entry.keepRefused || (awaited === undefined && "text" in entry.command))) {
      this.replace({ ...entry, problem: reply.error });
    } else {
      this.discard(entry.commandId);
    }
    awaited?.answer(reply);
  }

  private postpone(entry: StoredEntry, problem: WireError | undefined): void {
    const count = (this.tries.get(entry.commandId)?.count ?? 0) + 1;
    this.tries.set(entry.commandId, { count, notBefore: Date.now() + retryDelayMs(count) });
    if (problem !== undefined && problem !== entry.problem) this.replace({ ...entry, problem });
  }

  private replace(entry: StoredEntry): void {
    if (!this.entries.some((known) => known.commandId === entry.commandId)) return;
    this.storage.save(entry);
    this.change(this.entries.map((known) => (known.commandId === entry.commandId ? entry : known)));
  }

  private change(entries: readonly StoredEntry[]): void {
    this.entries = entries;
    for (const listener of [...this.listeners]) listener();
  }
}

/** Refused for good: it is not sent again, it waits for its author. */
export function isRefused(entry: OutboxEntry): boolean {
  return entry.problem !== undefined && !entry.problem.retryable;
}
