import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { CommandReply } from "../../../shared/protocol/session-socket.ts";
import { newId } from "../new-id.ts";
import { waitUntil } from "../wait-until.ts";
import type { Follower } from "./follower.ts";

/** Sends until the command itself is answered; being told to wait a moment is no answer. */
export function answered(follower: Follower, command: Command, commandId = newId()): Promise<CommandReply> {
  return waitUntil(
    async () => {
      const reply = await follower.send(command, commandId);
      return !reply.ok && reply.error.code === "rate_limited" ? false : reply;
    },
    { deadlineMs: 30_000, what: `an answer to ${command.type}` },
  );
}
