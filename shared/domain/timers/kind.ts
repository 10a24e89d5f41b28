import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { type TimerRecord, timerRecordSchema } from "./records.ts";

export const timerKind: Kind<TimerRecord> = {
  schema: timerRecordSchema,
  view: timerRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};
