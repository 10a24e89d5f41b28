import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Actor } from "../../../shared/domain/actor.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { type Move, type Moves, ORGANISER, type Scene, someone } from "./moves/scene.ts";
import type { Seeded } from "./seeded.ts";

const NATURES = ["difficulty", "pain", "blockage"] as const;

/** Among so many, what has not been seen yet goes before what has. */
const DRAWS = 4;

/** What each file of `moves` knows to do. */
const MOVES: readonly Moves[] = await Promise.all(
  readdirSync(join(import.meta.dirname, "moves"))
    .map((file) => basename(file, ".ts"))
    .filter((name) => name !== "scene")
    .sort()
    .map(async (name) => {
      const [moves] = Object.values(await import(`./moves/${name}.ts`));
      return moves as Moves;
    }),
);

/**
 * Something somebody might do to a session in this state, sensible or not. `text` makes the words of whatever is
 * written, so that a test can mark them.
 */
export function randomMove(random: Seeded, state: SessionState, text: (kind: string) => string): Move {
  const people = [...state.all("person")];
  const questions = [...state.all("question")];
  const moderator: Actor = random.chance(0.5)
    ? ORGANISER
    : {
        kind: "person",
        personId: random.pick(people.filter((p) => p.duties.includes("moderator"))).personId,
      };
  const { roomId } = random.pick([...state.all("room")]);
  if (questions.length < 3 || random.chance(0.25)) {
    const asked = {
      type: "question.ask",
      questionId: random.id(),
      roomId,
      text: text("question"),
      nature: random.pick(NATURES),
      anonymous: random.chance(0.4),
    } as const;
    return { actor: someone("county", { random, state }), command: asked };
  }
  // Else what only a unit's question allows would hardly ever come up.
  const owned = questions.filter(({ status }) => status === "routed" || status === "accepted");
  const { questionId } = random.pick(owned.length > 0 && random.chance(0.5) ? owned : questions);
  const scene: Scene = { random, state, questionId, roomId, moderator, text };
  return random.pick(MOVES.flatMap((moves) => moves(scene)))();
}

/** Of a few that `make` makes the first of a type that `known` lacks, or else that was not played in this run; else any. */
export function unseenMove(known: ReadonlySet<string>, played: ReadonlySet<string>, make: () => Move): Move {
  const first = make();
  const drawn = [first, ...Array.from({ length: DRAWS - 1 }, make)];
  const outside = (seen: ReadonlySet<string>) => drawn.find(({ command }) => !seen.has(command.type));
  return outside(known) ?? outside(played) ?? first;
}
