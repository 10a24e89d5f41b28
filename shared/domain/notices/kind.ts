import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { type NoticeRecord, noticeRecordSchema } from "./records.ts";

export const noticeKind: Kind<NoticeRecord> = {
  schema: noticeRecordSchema,
  view: noticeRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};
