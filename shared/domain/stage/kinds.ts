import { type AccessEffect, asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { nameOfKind } from "../record-base.ts";
import {
  STAGE_QUEUE_RECORD_ID,
  STAGE_RECORD_ID,
  type StageQueueRecord,
  type StageRecord,
  stageQueueRecordSchema,
  stageRecordSchema,
} from "./records.ts";

export const stageKind: Kind<StageRecord> = {
  schema: stageRecordSchema,
  view: stageRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: reportsAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: STAGE_RECORD_ID, begin: (now) => ({ recordId: null, since: now }) },
  upgrade: asItIs,
};

/** The pages at the projectors read the notes of the group that reports, and no others. */
function reportsAccess(
  before: StageRecord | undefined,
  after: StageRecord | undefined,
): readonly AccessEffect[] {
  const [from, to] = [before, after].map((stage) => {
    return stage?.recordId != null && nameOfKind(stage.recordId) === "room" ? stage.recordId : null;
  });
  return from === to ? [] : [{ effect: "notes" }];
}

export const stageQueueKind: Kind<StageQueueRecord> = {
  schema: stageQueueRecordSchema,
  view: stageQueueRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: STAGE_QUEUE_RECORD_ID, begin: null },
  upgrade: asItIs,
};
