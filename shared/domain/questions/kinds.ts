import { askersOf } from "../askers/askers.ts";
import { asItIs, type Kind, noAccess } from "../kind.ts";
import { personRecordId } from "../people/records.ts";
import { roomRecordId } from "../rooms/records.ts";
import { type RatingRecord, ratingRecordSchema } from "./ratings/records.ts";
import { type RatingView, ratingViewSchema } from "./ratings/views.ts";
import {
  type QuestionRecord,
  questionRecordId,
  questionRecordSchema,
  type SupportRecord,
  supportRecordSchema,
} from "./records.ts";
import { type TrailRecord, trailRecordSchema } from "./trails/records.ts";
import { type TrailView, trailViewSchema } from "./trails/views.ts";
import { upgradeQuestion } from "./upgrade.ts";
import { type QuestionView, questionViewSchema } from "./views.ts";

export const questionKind: Kind<QuestionRecord, QuestionView> = {
  schema: questionRecordSchema,
  view: questionViewSchema,
  parents: (question) => [
    roomRecordId(question.roomId),
    ...askersOf(question).map(({ askerId }) => personRecordId(askerId)),
  ],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: true,
  forRights: (view) => ({ ...view, ...hiddenFields(view) }) as QuestionRecord,
  singleton: null,
  upgrade: upgradeQuestion,
};

/** Who asked, as far as the viewer knows; the viewer's own questions are always among those. */
function hiddenFields({ asker, askers = [], mergedFrom }: QuestionView): Partial<QuestionRecord> {
  const known = askers.map(({ personId }) => ({ askerId: personId, anonymous: false }));
  return {
    askerId: asker?.personId ?? "",
    merged: mergedFrom === null ? null : { from: mergedFrom, askers: known },
  };
}

export const supportKind: Kind<SupportRecord> = {
  schema: supportRecordSchema,
  view: supportRecordSchema,
  parents: ({ questionId }) => [questionRecordId(questionId)],
  // It is its person's whatever becomes of the question, which may have thousands.
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};

export const ratingKind: Kind<RatingRecord, RatingView> = {
  schema: ratingRecordSchema,
  view: ratingViewSchema,
  parents: ({ questionId, askerId }) => [questionRecordId(questionId), personRecordId(askerId)],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: true,
  forRights: (view) => ({ askerId: "", ...view }),
  singleton: null,
  upgrade: asItIs,
};

export const trailKind: Kind<TrailRecord, TrailView> = {
  schema: trailRecordSchema,
  view: trailViewSchema,
  parents: ({ questionId }) => [questionRecordId(questionId)],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: (view) => ({
    ...view,
    steps: view.steps.map((step) => ({ by: "", ...step, before: null })),
  }),
  singleton: null,
  upgrade: asItIs,
};
