import type { Actor } from "../../../../shared/domain/actor.ts";
import { answerer, type Move, type Moves, someone } from "./scene.ts";

const TAGS = ["replicable", "policy", null] as const;
const ON_SPEECH = ["speech.start", "speech.pause", "speech.resume", "speech.end", "speech.requeue"] as const;
/** What a speech goes on with. */
const NEXT = {
  waiting: ["speech.start", "speech.withdraw"],
  speaking: ["speech.pause", "speech.end"],
  paused: ["speech.resume", "speech.end"],
  over: ["speech.resume", "speech.requeue"],
  withdrawn: ["speech.requeue"],
} as const;

/** Who speaks, and what is noted of it. */
export const speaking: Moves = (scene) => {
  const { random, state, roomId, moderator, text } = scene;
  const speeches = [...state.all("speech")];
  const points = [...state.all("point")];
  const person = random.pick([...state.all("person")]);
  const own: Actor = { kind: "person", personId: person.personId };
  // A few of each: else a scene would be about little else.
  const queueing: (() => Move)[] = [
    () => ({
      actor: own,
      command: { type: "speech.request", speechId: random.id(), roomId: person.roomId ?? roomId },
    }),
    () => ({
      actor: moderator,
      command: { type: "speech.add", speechId: random.id(), roomId, personId: person.personId },
    }),
    () => ({
      actor: moderator,
      command: { type: "speech.fill", roomId, speechIds: [random.id(), random.id()] },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "speech.budget",
        roomId,
        per: random.pick(["person", "unit"] as const),
        budgetMs: random.pick([null, 60_000, 300_000]),
      },
    }),
  ];
  if (speeches.length === 0) return [random.pick(queueing)];
  // Else what only whoever has or had the floor can do would hardly ever come up.
  const begun = speeches.filter(({ status }) => status !== "waiting" && status !== "withdrawn");
  const speech = random.pick(begun.length > 0 && random.chance(0.6) ? begun : speeches);
  const { speechId, personId } = speech;
  const waiting = speeches.filter(({ status }) => status === "waiting");
  const queue = waiting.filter((one) => one.roomId === waiting[0]?.roomId).sort((a, b) => b.order - a.order);
  const heard: (() => Move)[] = [
    ...ON_SPEECH.map((type) => () => ({ actor: moderator, command: { type, speechId } })),
    () => ({
      actor: { kind: "person", personId },
      command: { type: "speech.withdraw", speechId },
    }),
    () => ({
      actor: moderator,
      command: { type: "speech.extend", speechId, byMs: random.pick([60_000, -1]) },
    }),
    () => ({ actor: moderator, command: { type: "speech.note", speechId, gist: text("gist") } }),
    () => ({ actor: moderator, command: { type: "stage.show", recordId: `speech:${speechId}` } }),
    () => ({
      actor: moderator,
      command: {
        type: "point.add",
        pointId: random.id(),
        speechId,
        text: text("point"),
        tag: random.pick(TAGS),
      },
    }),
  ];
  const goOn = (): Move => ({
    actor: moderator,
    command: { type: random.pick<(typeof NEXT)[keyof typeof NEXT][number]>(NEXT[speech.status]), speechId },
  });
  const few = [random.pick(queueing), random.pick(heard), random.pick(heard), goOn];
  const [last] = queue;
  if (last !== undefined) {
    const turned = queue.map((one) => one.speechId);
    few.push(
      () => ({
        actor: moderator,
        command: { type: "speech.order", roomId: last.roomId, speechIds: turned },
      }),
      // So that two wait in one room.
      () => ({
        actor: moderator,
        command: {
          type: "speech.add",
          speechId: random.id(),
          roomId: last.roomId,
          personId: person.personId,
        },
      }),
    );
  }
  if (points.length === 0) return few;
  const kept = points.filter(({ removed }) => !removed);
  const { pointId } = random.pick(kept.length > 0 ? kept : points);
  const ofPoints: (() => Move)[] = [
    () => ({
      actor: moderator,
      command: { type: "point.edit", pointId, text: text("point"), tag: random.pick(TAGS) },
    }),
    () => ({ actor: moderator, command: { type: "point.remove", pointId, on: random.chance(0.6) } }),
    () => ({
      actor: answerer(scene),
      command: { type: "point.want", pointId, on: random.chance(0.7) },
    }),
    () => ({
      actor: someone("county", scene),
      command: { type: "point.want", pointId, on: random.chance(0.7) },
    }),
  ];
  return [...few, ...ofPoints];
};
