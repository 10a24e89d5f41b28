import type { Actor } from "../../../../shared/domain/actor.ts";
import { speaksFor } from "../../../../shared/domain/people/standing.ts";
import { type Move, type Moves, UNITS } from "./scene.ts";

/** What happens to a question between routing and closing, and what joins it with others. */
export const life: Moves = ({ random, state, questionId, moderator, text }) => {
  const question = state.find("question", `question:${questionId}`);
  const people = [...state.all("person")];
  const lead = people.find((person) => speaksFor(person, question?.leadUnit ?? null));
  const unit: Actor = { kind: "person", personId: (lead ?? random.pick(people)).personId };
  const askerId = question?.merged?.askers[0]?.askerId ?? question?.askerId ?? "";
  const asker: Actor = people.some(({ personId }) => personId === askerId)
    ? { kind: "person", personId: askerId }
    : moderator;
  const merged = [...state.all("question")].filter((other) => other.merged !== null);
  const others = [...state.all("question")].map((other) => other.questionId);
  const keep = (): Move => ({
    actor: random.chance(0.5) ? unit : moderator,
    command: { type: "question.keep", questionId },
  });
  const promise = (): Move => ({
    actor: unit,
    command: { type: "question.promise", questionId, dueAt: 4_000_000_000_000 },
  });
  const isOwned = question?.status === "routed" || question?.status === "accepted";
  const accept = (): Move => ({ actor: unit, command: { type: "question.accept", questionId } });
  const toUnit = random.pick(UNITS.filter((name) => name !== question?.leadUnit));
  const handOn = (): Move => ({
    actor: unit,
    command: { type: "question.handOn", questionId, toUnit, reason: text("handon") },
  });
  const rate = (): Move => ({
    actor: asker,
    command: {
      type: "question.rate",
      questionId,
      verdict: random.pick(["settled", "unsettled"] as const),
      note: text("note"),
    },
  });
  const apt = isOwned
    ? question.handOn === null
      ? [promise, promise, accept, handOn, handOn]
      : [keep, keep, keep, keep, keep, keep]
    : question?.status === "answered"
      ? [rate, rate, rate, rate, rate, rate, rate, rate]
      : [];
  return [
    ...apt,
    keep,
    promise,
    () => ({
      actor: moderator,
      command: {
        type: "room.moderate",
        roomId: random.pick([...state.all("room")]).roomId,
        moderation: random.pick(["before", "after", null] as const),
      },
    }),
    () => ({ actor: moderator, command: { type: "question.hold", questionId, on: random.chance(0.5) } }),
    () => ({
      actor: moderator,
      command: {
        type: "question.sweep",
        questionId,
        act: random.pick(["decline", "hold"] as const),
        reason: text("sweep"),
      },
    }),
    accept,
    handOn,
    rate,
    () => ({
      actor: moderator,
      command: {
        type: "question.merge",
        intoId: merged.length > 0 && random.chance(0.4) ? random.pick(merged).questionId : random.id(),
        questionIds: [questionId, random.pick(others)],
        text: text("merged"),
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "question.undo",
        questionId,
        step: state.find("trail", `trail:${questionId}`)?.count ?? 1,
      },
    }),
    () => ({ actor: moderator, command: { type: "question.lift", questionId, on: random.chance(0.7) } }),
    () => ({
      actor: moderator,
      command: {
        type: "question.disclose",
        questionId,
        disclosure: random.pick(["open", "open", "staff", "unrecorded"] as const),
      },
    }),
    () => ({ actor: moderator, command: { type: "topics.set", names: ["专项债", "招商引资"] } }),
    () => ({ actor: moderator, command: { type: "question.label", questionId, topics: ["专项债"] } }),
    () => ({ actor: moderator, command: { type: "phrases.set", declineReasons: [text("phrase")] } }),
    () => ({ actor: moderator, command: { type: "question.close", questionId, outcome: "follow-up" } }),
  ];
};
