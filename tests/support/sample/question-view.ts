import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";

/** A public question as a viewer gets it, but for `more`. */
export function questionView(id: string, more: Partial<QuestionView> = {}): QuestionView {
  return {
    id: `question:${id}`,
    kind: "question",
    rev: 1,
    questionId: id,
    roomId: "r",
    text: `问题 ${id}`,
    nature: null,
    addressedUnit: null,
    anonymous: false,
    askedAt: 0,
    support: 0,
    onStage: false,
    topics: [],
    disclosure: "open",
    liftedTo: null,
    settled: 0,
    unsettled: 0,
    mergedFrom: null,
    leadUnit: null,
    supportUnits: [],
    status: "public",
    publicAt: 0,
    ...more,
  } as QuestionView;
}

/** A public answer of a unit as a viewer gets it. */
export function answerView(id: string, questionId: string, unit = "市财政局", postedAt = 0): AnswerView {
  return {
    id: `answer:${id}`,
    kind: "answer",
    rev: 1,
    answerId: id,
    questionId,
    text: "答",
    manner: "written",
    unit,
    postedAt,
    editedAt: null,
    part: false,
    status: "public",
  };
}
