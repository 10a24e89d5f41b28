import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { personRecordId } from "../people/records.ts";
import {
  type FollowupRecord,
  followupRecordId,
  followupRecordSchema,
  LEDGER_IMPORT_RECORD_ID,
  LEDGER_RECORD_ID,
  type LedgerImportRecord,
  type LedgerRecord,
  ledgerImportRecordSchema,
  ledgerRecordSchema,
  type ProgressRecord,
  progressRecordSchema,
} from "./records.ts";
import {
  type FollowupView,
  followupViewSchema,
  type LedgerImportView,
  ledgerImportViewSchema,
  type ProgressView,
  progressViewSchema,
} from "./views.ts";

export const followupKind: Kind<FollowupRecord, FollowupView> = {
  schema: followupRecordSchema,
  view: followupViewSchema,
  parents: ({ askers }) => askers.map(({ askerId }) => personRecordId(askerId)),
  followsParents: true,
  personal: ["personInCharge", "leaderInCharge"],
  access: noAccess,
  isBroughtBack: true,
  forRights: (view) => ({ askers: [], ...view }) as FollowupRecord,
  singleton: null,
  upgrade: asItIs,
};

export const progressKind: Kind<ProgressRecord, ProgressView> = {
  schema: progressRecordSchema,
  view: progressViewSchema,
  parents: ({ followupId }) => [followupRecordId(followupId)],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: (view) => ({ postedBy: "", ...view }),
  singleton: null,
  upgrade: asItIs,
};

export const ledgerKind: Kind<LedgerRecord> = {
  schema: ledgerRecordSchema,
  view: ledgerRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: LEDGER_RECORD_ID, begin: () => ({ lastNumber: 0 }) },
  upgrade: asItIs,
};

export const ledgerImportKind: Kind<LedgerImportRecord, LedgerImportView> = {
  schema: ledgerImportRecordSchema,
  view: ledgerImportViewSchema,
  parents: noParents,
  followsParents: false,
  // Those in charge stand in them.
  personal: ["rows"],
  access: noAccess,
  isBroughtBack: false,
  forRights: (view) => ({ rows: [], ...view }),
  singleton: { id: LEDGER_IMPORT_RECORD_ID, begin: null },
  upgrade: asItIs,
};
