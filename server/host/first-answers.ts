import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import type { AcceptedCommand } from "../ports/journal.ts";

const MAX_REFUSALS = 20_000;

/**
 * What each command was answered the first time, so that a repeat gets the same. Accepted ones are known for ever,
 * out of the journal; refused ones and those without effect for as long as memory allows.
 */
export class FirstAnswers {
  private readonly accepted = new Map<string, number>();
  private readonly others = new Map<string, CommandReply>();

  constructor(commands: readonly AcceptedCommand[]) {
    for (const { actor, commandId, seq } of commands) this.accepted.set(key(actor, commandId), seq);
  }

  find(actor: string, commandId: string): CommandReply | undefined {
    const rev = this.accepted.get(key(actor, commandId));
    return rev === undefined ? this.others.get(key(actor, commandId)) : { ok: true, rev };
  }

  accept(actor: string, commandId: string, seq: number): void {
    this.accepted.set(key(actor, commandId), seq);
  }

  remember(actor: string, commandId: string, reply: CommandReply): void {
    this.others.set(key(actor, commandId), reply);
    if (this.others.size > MAX_REFUSALS) {
      const oldest = this.others.keys().next();
      if (!oldest.done) this.others.delete(oldest.value);
    }
  }
}

function key(actor: string, commandId: string): string {
  return `${actor} ${commandId}`;
}
