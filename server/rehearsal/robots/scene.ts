import type { Actor } from "../../../shared/domain/actor.ts";
import type { Draws } from "../../../shared/domain/grouping/draws.ts";
import { leads } from "../../../shared/domain/people/leading.ts";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import { isInRoom } from "../../../shared/domain/people/standing.ts";
import { can } from "../../../shared/domain/rights.ts";
import { isOpenAt, type RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Action } from "../../../shared/protocol/actions.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";

/** What a robot does: gives a command, or adds a line to the notes of a room. */
export type RobotAct =
  | { readonly kind: "command"; readonly actor: Actor; readonly command: Command }
  | { readonly kind: "line"; readonly personId: string; readonly roomId: string; readonly text: string };

/** What robots know when one of them is about to do something. */
export interface Scene {
  readonly state: SessionState;
  readonly draws: Draws;
  readonly newId: () => string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Those robots act for who are here, by 排序号. */
  readonly players: readonly PersonRecord[];
  /** How many lines robots have written in a room. */
  readonly linesIn: (roomId: string) => number;
}

/** One thing somebody of the class may do now; null where nobody has anything of the kind to do. */
export type Move = (scene: Scene) => RobotAct | null;

/** One of several by lot; undefined of none. */
export function drawn<T>(draws: Draws, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : items[draws.below(items.length)];
}

/** An act of a person, unless the person may not. */
export function act(
  { state }: Scene,
  { personId }: Pick<PersonRecord, "personId">,
  command: Command,
): RobotAct | null {
  const actor: Actor = { kind: "person", personId };
  return can(actor, command as Action, state) ? { kind: "command", actor, command } : null;
}

/** The groups' rooms that take what is said now, by their order. */
export function openGroups({ state, now }: Scene): RoomRecord[] {
  return [...state.all("room")]
    .filter((room) => room.roomKind === "breakout" && room.closing === null && isOpenAt(room, now))
    .sort((one, other) => one.order - other.order);
}

export function playersIn({ state, players }: Scene, roomId: string): PersonRecord[] {
  return players.filter((person) => isInRoom(person, roomId, state));
}

/** Who leads a room, where it is somebody robots act for. */
export function leaderOf({ players }: Scene, roomId: string): PersonRecord | undefined {
  return players.find((person) => leads(person, roomId));
}

/** Ids stand in the order in which they were made, in no order of their own; so records are sorted before one is drawn. */
export function byId<T extends { readonly id: string }>(one: T, other: T): number {
  return one.id < other.id ? -1 : 1;
}
