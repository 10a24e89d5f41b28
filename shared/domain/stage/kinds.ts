import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
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
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: STAGE_RECORD_ID, begin: (now) => ({ recordId: null, since: now }) },
  upgrade: asItIs,
};

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
