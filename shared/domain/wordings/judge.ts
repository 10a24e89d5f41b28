import type { CommandOf } from "../../protocol/commands/command.ts";
import type { wordingCommands } from "../../protocol/commands/wordings.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put } from "../patches.ts";
import { done, type Result } from "../result.ts";
import { PHRASES_RECORD_ID, TOPICS_RECORD_ID } from "./records.ts";

/** Labels that are no longer in the list stay on the questions that have them. */
export function setTopics(command: CommandOf<"topics.set">, { state }: Acting): Result<Patch[]> {
  const names = [...new Set(command.names)];
  const known = state.find("topics", TOPICS_RECORD_ID)?.names;
  return done(isSameList(known, names) ? [] : [put("topics", TOPICS_RECORD_ID, { names })]);
}

export function setPhrases(command: CommandOf<"phrases.set">, { state }: Acting): Result<Patch[]> {
  const declineReasons = [...new Set(command.declineReasons)];
  const known = state.find("phrases", PHRASES_RECORD_ID)?.declineReasons;
  return done(
    isSameList(known, declineReasons) ? [] : [put("phrases", PHRASES_RECORD_ID, { declineReasons })],
  );
}

function isSameList(known: readonly string[] | undefined, next: readonly string[]): boolean {
  return known !== undefined && known.length === next.length && next.every((text, at) => text === known[at]);
}

export const wordingJudges: Judges<keyof typeof wordingCommands> = {
  "topics.set": setTopics,
  "phrases.set": setPhrases,
};
