import { asItIs, completed, type Kind, noParents } from "../kind.ts";
import { type RoomRecord, roomRecordSchema } from "./records.ts";

export const roomKind: Kind<RoomRecord> = {
  schema: roomRecordSchema,
  view: roomRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: (before, after) =>
    before !== undefined && after !== undefined && before.status !== after.status
      ? [{ effect: "notes" }]
      : [],
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: (stored) => completed(stored, { moderation: null }),
};
