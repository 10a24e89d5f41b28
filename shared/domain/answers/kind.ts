import { completed, type Kind, noAccess } from "../kind.ts";
import { questionRecordId } from "../questions/records.ts";
import { type AnswerRecord, answerRecordSchema } from "./records.ts";
import { type AnswerView, answerViewSchema } from "./views.ts";

export const answerKind: Kind<AnswerRecord, AnswerView> = {
  schema: answerRecordSchema,
  view: answerViewSchema,
  parents: ({ questionId }) => [questionRecordId(questionId)],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: true,
  forRights: (view) => ({ postedBy: "", ...view }),
  singleton: null,
  upgrade: (stored) => completed(stored, { part: false }),
};
