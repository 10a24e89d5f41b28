import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import {
  type DocumentEditRecord,
  type DocumentSetupRecord,
  documentEditRecordSchema,
  documentSetupRecordSchema,
} from "./records.ts";

export const documentSetupKind: Kind<DocumentSetupRecord> = {
  schema: documentSetupRecordSchema,
  view: documentSetupRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};

export const documentEditKind: Kind<DocumentEditRecord> = {
  schema: documentEditRecordSchema,
  view: documentEditRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: ["source", "text"],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};
