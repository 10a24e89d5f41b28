import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import { HOUSE_STYLE_RECORD_ID, type HouseStyleRecord, houseStyleRecordSchema } from "./records.ts";

export const houseStyleKind: Kind<HouseStyleRecord> = {
  schema: houseStyleRecordSchema,
  view: houseStyleRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: HOUSE_STYLE_RECORD_ID, begin: null },
  upgrade: asItIs,
};
