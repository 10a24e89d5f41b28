import { asItIs, completed, type Kind, noAccess, noParents } from "../kind.ts";
import { type RoundRecord, roundRecordSchema } from "./records.ts";

/** People's rooms stand in their own records: a round is for those who make it. */
export const roundKind: Kind<RoundRecord> = {
  schema: roundRecordSchema,
  view: roundRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  // Rounds were planned before they could be chosen in.
  upgrade: (stored) => completed(stored, { choosing: false, chosen: [] }),
};
