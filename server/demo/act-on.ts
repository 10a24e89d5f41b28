import type { Actor } from "../../shared/domain/actor.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import type { SessionHost } from "../host/session-host.ts";

/** Whoever prepared the evening. */
export const ORGANISER: Actor = { kind: "organiser" };

/** Submits a command in somebody's name. */
export type Act = (actor: Actor, command: Command) => void;

/** Submits in order without waiting, so that a few commits take it all; `done` fails if anything was refused. */
export function actOn(host: SessionHost, newId: () => string): { act: Act; done: () => Promise<void> } {
  const replies: Promise<void>[] = [];
  const submit = async (actor: Actor, command: Command) => {
    const reply = await host.submit(actor, newId(), command);
    if (!reply.ok) throw new Error(`the demo's ${command.type} was refused: ${reply.error.code}`);
  };
  return {
    act: (actor, command) => {
      replies.push(submit(actor, command));
    },
    done: async () => {
      await Promise.all(replies);
    },
  };
}
