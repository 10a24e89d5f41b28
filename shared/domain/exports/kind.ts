import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { type ExportRecord, exportRecordSchema } from "./records.ts";
import { type ExportView, exportViewSchema } from "./views.ts";

const NO_HEAD = { seq: 0, hash: "" };

export const exportKind: Kind<ExportRecord, ExportView> = {
  schema: exportRecordSchema,
  view: exportViewSchema,
  parents: noParents,
  followsParents: false,
  // Beside who took it, it says whose unit somebody is of.
  personal: ["unit"],
  access: noAccess,
  isBroughtBack: false,
  forRights: (view) => ({ madeFrom: NO_HEAD, lastChange: null, ...view }),
  singleton: null,
  upgrade: asItIs,
};
