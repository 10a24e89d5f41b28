import type { Actor } from "../../../../shared/domain/actor.ts";
import { isAnsweringSide } from "../../../../shared/domain/people/standing.ts";
import type { SessionState } from "../../../../shared/domain/state.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import type { Seeded } from "../seeded.ts";

export interface Move {
  readonly actor: Actor;
  readonly command: Command;
}

/** What somebody is about to do something in. */
export interface Scene {
  readonly random: Seeded;
  readonly state: SessionState;
  /** The question that it may be about. */
  readonly questionId: string;
  readonly roomId: string;
  readonly moderator: Actor;
  /** Makes the words of whatever is written, so that a test can mark them. */
  readonly text: (kind: string) => string;
}

/** Some things that could be done in a scene. */
export type Moves = (scene: Scene) => readonly (() => Move)[];

export const ORGANISER: Actor = { kind: "organiser" };
export const UNITS = ["市财政局", "市商务局", "市发改委", "滑县政府", "省债管办"] as const;

export function anybody({ random, state }: Scene): Actor {
  return { kind: "person", personId: random.pick([...state.all("person")]).personId };
}

/** Somebody who speaks for a unit that can be asked. */
export function answerer({ random, state }: Pick<Scene, "random" | "state">): Actor {
  const people = [...state.all("person")].filter((person) => isAnsweringSide(person.side));
  return { kind: "person", personId: random.pick(people).personId };
}

/** Somebody of a side. */
export function someone(side: string, { random, state }: Pick<Scene, "random" | "state">): Actor {
  const people = [...state.all("person")].filter((person) => person.side === side);
  return { kind: "person", personId: random.pick(people).personId };
}
