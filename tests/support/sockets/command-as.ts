import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { CommandReply, JoinReply } from "../../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../new-id.ts";
import { LightClient } from "./light-client.ts";

/** Sends a command; one that is refused is a failure. */
export interface Commanding {
  (command: Command): Promise<void>;
  close(): void;
}

/** Sends commands as the holder of `token`, until it is closed. */
export async function commandAs(url: string, sessionId: string, token: string): Promise<Commanding> {
  const client = await LightClient.connect(url, token);
  const request = { sessionId, protocolVersion: PROTOCOL_VERSION, have: {} };
  const reply = await client.call<JoinReply>("session:join", request);
  if (!reply.ok) throw new Error(`joining was refused: ${reply.error.code}`);
  const send = async (command: Command) => {
    const answer = await client.call<CommandReply>("session:command", { commandId: newId(), command });
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code}`);
  };
  return Object.assign(send, { close: () => client.close() });
}
