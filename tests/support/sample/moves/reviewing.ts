import { anybody, type Moves, someone, UNITS } from "./scene.ts";

/** Deciding on a question, and what is said of it. */
export const reviewing: Moves = (scene) => {
  const { random, state, questionId, moderator, text } = scene;
  const questions = [...state.all("question")];
  return [
    () => ({ actor: moderator, command: { type: "question.approve", questionId } }),
    () => ({ actor: moderator, command: { type: "question.approve", questionId } }),
    () => ({ actor: moderator, command: { type: "question.decline", questionId, reason: text("reason") } }),
    () => ({ actor: moderator, command: { type: "question.restore", questionId } }),
    () => ({ actor: moderator, command: { type: "question.edit", questionId, text: text("edit") } }),
    () => ({ actor: moderator, command: { type: "question.remark", questionId, text: text("remark") } }),
    () => ({
      actor: someone("county", scene),
      command: { type: "question.support", questionId, on: random.chance(0.7) },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "question.route",
        questionId,
        leadUnit: random.pick(UNITS),
        supportUnits: [random.pick(UNITS)],
      },
    }),
    () => ({ actor: moderator, command: { type: "question.close", questionId, outcome: "resolved" } }),
    () => ({
      actor: moderator,
      command: {
        type: "question.decline",
        questionId,
        reason: text("reason"),
        similarTo: random.pick(questions).questionId,
      },
    }),
    () => ({ actor: anybody(scene), command: { type: "question.approve", questionId } }),
  ];
};
