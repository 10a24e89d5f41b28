import { completed, type Kind, noAccess } from "../kind.ts";
import { STAGE_RECORD_ID } from "../stage/records.ts";
import { type RoundRecord, roundRecordSchema } from "./records.ts";
import { NO_RULES } from "./rules.ts";
import { type RoundView, roundViewSchema } from "./views.ts";

/** People's rooms stand in their own records: a round is for those who make it, and for the stage while it is shown there. */
export const roundKind: Kind<RoundRecord, RoundView> = {
  schema: roundRecordSchema,
  view: roundViewSchema,
  parents: () => [STAGE_RECORD_ID],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: (view) => ({ rules: NO_RULES, seed: 0, start: null, choosing: false, chosen: [], ...view }),
  singleton: null,
  // Rounds were planned before they could be chosen in.
  upgrade: (stored) => completed(stored, { choosing: false, chosen: [] }),
};
