import { type AccessEffect, asItIs, type Kind, noParents } from "../kind.ts";
import { type PersonRecord, personRecordSchema } from "./records.ts";
import { type PersonView, personViewSchema } from "./views.ts";

export const personKind: Kind<PersonRecord, PersonView> = {
  schema: personRecordSchema,
  view: personViewSchema,
  parents: noParents,
  followsParents: false,
  personal: ["name", "unit", "post", "excuseReason", "substitute"],
  access,
  isBroughtBack: false,
  forRights: (view) => ({ seat: null, arrivedAt: null, removed: false, ...view }),
  singleton: null,
  upgrade: asItIs,
};

function access(before: PersonRecord | undefined, after: PersonRecord | undefined): readonly AccessEffect[] {
  if (before === undefined || after === undefined) return [];
  const { personId } = after;
  const effects: AccessEffect[] = [];
  if (standing(before) !== standing(after)) effects.push({ effect: "lanes", personId }, { effect: "notes" });
  if (before.removed !== after.removed) effects.push({ effect: "roster", personId });
  return effects;
}

/** All that a person's lanes and rights are read off. */
function standing({ side, unit, roomId, removed, duties }: PersonRecord): string {
  return JSON.stringify([side, unit, roomId, removed, [...duties].sort()]);
}
