import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { type ChoiceRecord, choiceRecordSchema, type OfferRecord, offerRecordSchema } from "./records.ts";

export const offerKind: Kind<OfferRecord> = {
  schema: offerRecordSchema,
  view: offerRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};

export const choiceKind: Kind<ChoiceRecord> = {
  schema: choiceRecordSchema,
  view: choiceRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};
