import type { FieldOf } from "../kind.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { PersonRecord } from "./records.ts";

const FOR_ALL = [
  "personId",
  "order",
  "name",
  "unit",
  "post",
  "side",
  "duties",
  "group",
  "roomId",
] as const satisfies readonly FieldOf<PersonRecord>[];
const FOR_STAFF = [
  ...FOR_ALL,
  "sideGuessed",
  "seat",
  "arrivedAt",
  "excused",
  "excuseReason",
  "substitute",
  "leftAt",
  "removed",
] as const satisfies readonly FieldOf<PersonRecord>[];

/** Who is here is known to all; seat, arrival and order of staff business stay with staff and the person. */
export function personLanes(person: PersonRecord): Presentation {
  const whole = viewOf(person, FOR_STAFF);
  if (person.removed) return [["staff", whole]];
  return [
    ["staff", whole],
    [`person:${person.personId}`, whole],
    ["everyone", viewOf(person, FOR_ALL)],
  ];
}
