import type { CommandOf } from "../../protocol/commands/command.ts";
import type { helpCommands } from "../../protocol/commands/help.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove, set } from "../patches.ts";
import { personOnRoster } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import { helpRecordId } from "./records.ts";

function callHelp({ roomId, text }: CommandOf<"help.call">, { state, by, now }: Acting): Result<Patch[]> {
  const id = helpRecordId(roomId);
  if (state.find("help", id)?.answeredAt === null) return done([]);
  const called = { roomId, personId: by, calledAt: now, text: text ?? null, answeredAt: null };
  return done([put("help", id, called)]);
}

/** What the caller takes back is gone; what others answer is kept, to be put back. */
function answerHelp({ roomId }: CommandOf<"help.answer">, { state, by, now }: Acting): Result<Patch[]> {
  if (state.find("room", roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  const help = state.find("help", helpRecordId(roomId));
  if (help === undefined || help.answeredAt !== null) return done([]);
  return done([help.personId === by ? remove(help.id) : set(help, { answeredAt: now })]);
}

/** A call that has come meanwhile stays as it is, and one of a caller who has left the roster stays away. */
function restoreHelp({ roomId, calledAt }: CommandOf<"help.restore">, { state }: Acting): Result<Patch[]> {
  if (state.find("room", roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  const help = state.find("help", helpRecordId(roomId));
  if (help === undefined || help.calledAt !== calledAt || help.answeredAt === null) return done([]);
  if (personOnRoster(help.personId, state) === undefined) return refuse("person_unknown");
  return done([set(help, { answeredAt: null })]);
}

export const helpJudges: Judges<keyof typeof helpCommands> = {
  "help.call": callHelp,
  "help.answer": answerHelp,
  "help.restore": restoreHelp,
};
