import { asItIs, type Kind, noParents, notesFollowStatus } from "../kind.ts";
import { SESSION_RECORD_ID, type SessionRecord, sessionRecordSchema } from "./records.ts";

export const sessionKind: Kind<SessionRecord> = {
  schema: sessionRecordSchema,
  view: sessionRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: notesFollowStatus,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: SESSION_RECORD_ID, begin: null },
  upgrade: asItIs,
};
