import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { NO_COUNTS } from "./counting.ts";
import { TALLY_RECORD_ID, type TallyRecord, tallyRecordSchema } from "./records.ts";

export const tallyKind: Kind<TallyRecord> = {
  schema: tallyRecordSchema,
  view: tallyRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: TALLY_RECORD_ID, begin: () => NO_COUNTS },
};
