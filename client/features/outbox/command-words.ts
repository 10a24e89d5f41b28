import type { Messages } from "../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";

/** What a command is called by who sent it. */
export function commandWord({ type }: Command, { kinds, other }: Messages["common"]["outbox"]): string {
  const words: Partial<Record<Command["type"], string>> = kinds;
  return words[type] ?? other;
}

/** What was written with a command; empty for one that only acts. */
export function writtenIn(command: Command): string {
  if ("text" in command) return command.text ?? "";
  if (command.type === "speech.note") return command.gist ?? "";
  if ("evidence" in command) return command.evidence ?? "";
  return "reason" in command ? (command.reason ?? "") : "";
}
