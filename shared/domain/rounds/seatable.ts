import type { Seated } from "../grouping/problem.ts";
import type { PersonRecord } from "../people/records.ts";
import { isStaffPerson } from "../people/standing.ts";

/** What is read of somebody to know whether a round is for him. */
export type Candidate = Seated &
  Pick<PersonRecord, "side" | "duties"> &
  Partial<Pick<PersonRecord, "removed" | "excused" | "leftAt">>;

/** Whether a round seats somebody of itself: not staff, not who is on leave or has left. By hand anybody on the roster is seated. */
export function isSeatable(person: Candidate): boolean {
  const isHere = person.removed !== true && person.excused !== true && person.leftAt == null;
  return isHere && !isStaffPerson(person);
}
