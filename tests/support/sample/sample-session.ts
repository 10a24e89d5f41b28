import type { Actor } from "../../../shared/domain/actor.ts";
import { apply, SessionState } from "../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { CAST, ROLES, type Role } from "./cast.ts";
import { judged } from "./judged.ts";

/** Ids as long as real ones that a reader can tell apart. */
export function namedId(name: string): string {
  return `${name}-${"0".repeat(22)}`.slice(0, 22);
}

export const ROOMS = { plenary: namedId("plenary"), first: namedId("first"), second: namedId("second") };

export function personId(role: Role): string {
  return namedId(role);
}

export function actor(role: Role | "organiser"): Actor {
  return role === "organiser" ? { kind: "organiser" } : { kind: "person", personId: personId(role) };
}

export const CREATE: CommandOf<"session.create"> = {
  type: "session.create",
  sessionId: namedId("session"),
  title: "县域经济研讨",
  startsAt: null,
  place: null,
  settings: { moderation: "before", anonymity: "hidden" },
  rooms: [
    { roomId: ROOMS.plenary, name: "大会", kind: "plenary" },
    { roomId: ROOMS.first, name: "第一组", kind: "breakout" },
    { roomId: ROOMS.second, name: "第二组", kind: "breakout" },
  ],
};

export const IMPORT: CommandOf<"roster.import"> = {
  type: "roster.import",
  people: ROLES.map((role, order) => {
    const { name, unit, side, duties, group } = CAST[role];
    return {
      personId: personId(role),
      order,
      name,
      unit,
      post: null,
      side,
      duties: [...(duties ?? [])],
      group: group ?? null,
      seat: null,
    };
  }),
};

export const OPENING: readonly { actor: Actor; command: Command }[] = [
  { actor: { kind: "organiser" }, command: CREATE },
  { actor: { kind: "organiser" }, command: IMPORT },
  { actor: { kind: "organiser" }, command: { type: "room.open", roomId: ROOMS.first } },
  { actor: { kind: "organiser" }, command: { type: "room.open", roomId: ROOMS.second } },
];

/** The state after `moves`, each of which must be accepted; times count up from 1,000. */
export function play(
  moves: readonly { actor: Actor; command: Command }[],
  from: SessionState = SessionState.empty,
): SessionState {
  let state = from;
  for (const move of moves) {
    const verdict = judged(move.command, state, { actor: move.actor, now: 1_000 + state.head });
    if (!verdict.ok) throw new Error(`${move.command.type} refused: ${verdict.refusal.code}`);
    if (verdict.value.length > 0) state = apply(state, verdict.value, state.head + 1);
  }
  return state;
}

/** A session with the cast on its roster and both groups open. */
export function sampleSession(): SessionState {
  return play(OPENING);
}
