import type { Command } from "../../protocol/commands/command.ts";
import type { Actor } from "../actor.ts";
import { type Result, refuse } from "../result.ts";
import { isRecalled, roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import type { PersonRecord } from "./records.ts";
import { personOf } from "./standing.ts";

/** A group's leader in the group's own room; nowhere else is a leader more than the others. */
export function leads(person: Pick<PersonRecord, "duties" | "roomId"> | undefined, roomId: string): boolean {
  return person?.duties.includes("leader") === true && person.roomId === roomId;
}

/** Whether somebody who acts leads a room. */
export function leadsRoom(actor: Actor, roomId: string, state: SessionState): boolean {
  return leads(personOf(actor, state), roomId);
}

/** Whom the plenary calls a leader does not keep. */
export function mayOpenAsLeader(actor: Actor, roomId: string, state: SessionState): boolean {
  return leadsRoom(actor, roomId, state) && !isRecalled(state.find("room", roomRecordId(roomId)));
}

/** A leader who would keep a group that is called back is told why not. */
export function denialOfLeader(command: Command, state: SessionState, actor: Actor): Result<never> | null {
  const isLeaders = command.type === "room.open" && leadsRoom(actor, command.roomId, state);
  return isLeaders ? refuse("room_recalled") : null;
}
