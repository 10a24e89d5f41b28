import { asItIs, completed, type Kind, noParents, notesFollowStatus } from "../kind.ts";
import { type RoomRecord, roomRecordSchema } from "./records.ts";

export const roomKind: Kind<RoomRecord> = {
  schema: roomRecordSchema,
  view: roomRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: notesFollowStatus,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: (stored) => completed(stored, { moderation: null, closing: null }),
};
