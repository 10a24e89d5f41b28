import type { Actor } from "../../shared/domain/actor.ts";
import type { CommandOf } from "../../shared/protocol/commands/command.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import { GENESIS_HASH } from "../ports/journal.ts";
import { type HostParts, SessionHost } from "./session-host.ts";

/** The hosts of this node: one a session, loaded once however many ask at the same time. */
export class HostRegistry {
  private readonly hosts = new Map<string, Promise<SessionHost | null>>();
  private readonly parts: HostParts;

  constructor(parts: HostParts) {
    this.parts = parts;
  }

  /** The session's host; null when there is no such session. Rejects with `StorageError` when it cannot be loaded. */
  open(sessionId: string): Promise<SessionHost | null> {
    const known = this.hosts.get(sessionId);
    if (known !== undefined) return known;
    const opening = this.load(sessionId);
    this.hosts.set(sessionId, opening);
    opening.then(
      (host) => host === null && this.hosts.delete(sessionId),
      () => this.hosts.delete(sessionId),
    );
    return opening;
  }

  /** Makes a session out of its first command. */
  async create(actor: Actor, command: CommandOf<"session.create">): Promise<CommandReply> {
    const { sessionId } = command;
    const host = new SessionHost(
      sessionId,
      { head: 0, hash: GENESIS_HASH, records: [], commands: [] },
      this.parts,
    );
    const reply = await host.submit(actor, this.parts.newId(), command);
    if (reply.ok) this.hosts.set(sessionId, Promise.resolve(host));
    return reply;
  }

  /** Resolves when every host has answered all it was asked. */
  async settled(): Promise<void> {
    const hosts = await Promise.allSettled(this.hosts.values());
    for (const host of hosts) if (host.status === "fulfilled") await host.value?.settled();
  }

  private async load(sessionId: string): Promise<SessionHost | null> {
    const loaded = await this.parts.journal.load(sessionId);
    return loaded === null ? null : new SessionHost(sessionId, loaded, this.parts);
  }
}
