import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
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
  upgrade: asItIs,
};
