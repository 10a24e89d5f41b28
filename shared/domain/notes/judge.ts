import type { CommandOf } from "../../protocol/commands/command.ts";
import type { notesCommands } from "../../protocol/commands/notes.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { personRecordId } from "../people/records.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import { notesHoldRecordId } from "./records.ts";

export function holdNotes(command: CommandOf<"notes.hold">, { state, by, now }: Acting): Result<Patch[]> {
  const { roomId, personId, on } = command;
  if (state.find("room", roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  const person = state.find("person", personRecordId(personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  const id = notesHoldRecordId(roomId, personId);
  if (on === (state.get(id) !== undefined)) return done([]);
  return done([on ? put("notesHold", id, { roomId, personId, heldBy: by, heldAt: now }) : remove(id)]);
}

export const notesJudges: Judges<keyof typeof notesCommands> = { "notes.hold": holdNotes };
