import type { CommandOf } from "../../protocol/commands/command.ts";
import type { helpCommands } from "../../protocol/commands/help.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { personOnRoster } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import { helpRecordId } from "./records.ts";

function callHelp({ roomId, text }: CommandOf<"help.call">, { state, by, now }: Acting): Result<Patch[]> {
  const id = helpRecordId(roomId);
  if (state.get(id) !== undefined) return done([]);
  return done([put("help", id, { roomId, personId: by, calledAt: now, text: text ?? null })]);
}

function answerHelp({ roomId }: CommandOf<"help.answer">, { state }: Acting): Result<Patch[]> {
  if (state.find("room", roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  const id = helpRecordId(roomId);
  return done(state.get(id) === undefined ? [] : [remove(id)]);
}

/** A call that has come meanwhile stays as it is. */
function restoreHelp(
  { roomId, personId, calledAt, text }: CommandOf<"help.restore">,
  { state, now }: Acting,
): Result<Patch[]> {
  if (state.find("room", roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  if (personOnRoster(personId, state) === undefined) return refuse("person_unknown");
  const id = helpRecordId(roomId);
  if (state.get(id) !== undefined) return done([]);
  return done([put("help", id, { roomId, personId, calledAt: Math.min(calledAt, now), text: text ?? null })]);
}

export const helpJudges: Judges<keyof typeof helpCommands> = {
  "help.call": callHelp,
  "help.answer": answerHelp,
  "help.restore": restoreHelp,
};
