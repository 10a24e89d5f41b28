import { roomRecordId } from "../../../../shared/domain/rooms/records.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { TALLY_RECORD_ID } from "../../../../shared/domain/tally/records.ts";
import { anybody, type Moves } from "./scene.ts";

/** What the hall sees, and sees next. */
export const stage: Moves = (scene) => {
  const { random, state, questionId, roomId, moderator } = scene;
  const pages = [
    TALLY_RECORD_ID,
    roomRecordId(roomId),
    roomRecordId(roomId),
    ...[...state.all("round")].map(({ id }) => id),
  ];
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
    () =>
      random.chance(0.5)
        ? {
            actor: random.chance(0.8) ? moderator : anybody(scene),
            command: { type: "report.show", roomId, durationMs: random.pick([null, 300_000]) },
          }
        : { actor: moderator, command: { type: "stage.show", recordId: random.pick(pages) } },
    () => ({
      actor: moderator,
      command: { type: "stage.turn", recordId: shown ?? `question:${questionId}`, page: 1 + random.below(4) },
    }),
  ];
};
