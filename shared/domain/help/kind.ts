import { asItIs, completed, type Kind, noAccess, noParents } from "../kind.ts";
import { type HelpRecord, helpRecordSchema } from "./records.ts";

export const helpKind: Kind<HelpRecord> = {
  schema: helpRecordSchema,
  view: helpRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  // A call that was answered was not kept.
  upgrade: (stored) => completed(stored, { answeredAt: null }),
};
