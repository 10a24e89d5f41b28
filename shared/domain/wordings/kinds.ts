import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import {
  PHRASES_RECORD_ID,
  type PhrasesRecord,
  phrasesRecordSchema,
  TOPICS_RECORD_ID,
  type TopicsRecord,
  topicsRecordSchema,
} from "./records.ts";

export const topicsKind: Kind<TopicsRecord> = {
  schema: topicsRecordSchema,
  view: topicsRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: TOPICS_RECORD_ID, begin: null },
  upgrade: asItIs,
};

export const phrasesKind: Kind<PhrasesRecord> = {
  schema: phrasesRecordSchema,
  view: phrasesRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: PHRASES_RECORD_ID, begin: () => ({ declineReasons: [] }) },
  upgrade: asItIs,
};
