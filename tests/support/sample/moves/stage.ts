import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import type { Moves } from "./scene.ts";

/** What the hall sees, and sees next. */
export const stage: Moves = (scene) => {
  const { random, state, questionId, moderator } = scene;
  const shown = state.find("stage", STAGE_RECORD_ID)?.recordId;
  return [
    () => ({
      actor: moderator,
      command: {
        type: "stage.queue",
        questionId,
        place: random.pick([null, 0, 1, 50]),
      },
    }),
    () => ({
      actor: moderator,
      command: { type: "stage.show", recordId: random.chance(0.3) ? null : `question:${questionId}` },
    }),
    () => ({
      actor: moderator,
      command: { type: "stage.turn", recordId: shown ?? `question:${questionId}`, page: 1 + random.below(4) },
    }),
  ];
};
