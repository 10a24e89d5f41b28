import { answerer, type Moves, UNITS } from "./scene.ts";

/** Answers, and what becomes of them. */
export const answering: Moves = (scene) => {
  const { random, state, questionId, moderator, text } = scene;
  const answers = [...state.all("answer")];
  const { answerId } = answers.length > 0 ? random.pick(answers) : { answerId: null };
  return [
    () => ({
      actor: answerer(scene),
      command: {
        type: "answer.post",
        answerId: random.id(),
        questionId,
        text: text("answer"),
        manner: "written",
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "answer.post",
        answerId: random.id(),
        questionId,
        text: text("answer"),
        manner: "oral",
        unit: random.pick(UNITS),
      },
    }),
    ...(answerId === null
      ? []
      : [
          () =>
            ({
              actor: moderator,
              command: { type: "answer.hold", answerId, on: random.chance(0.6) },
            }) as const,
          () =>
            ({ actor: moderator, command: { type: "answer.edit", answerId, text: text("answer") } }) as const,
        ]),
  ];
};
