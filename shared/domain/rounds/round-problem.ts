import type { GroupingProblem, Seated } from "../grouping/problem.ts";
import type { PersonRecord } from "../people/records.ts";
import { isStaffPerson } from "../people/standing.ts";
import type { RoundRecord } from "./records.ts";
import { lockedSeatingOf, seatingOf } from "./seats.ts";

/** What is read of somebody to know whether a round is for him. */
type Candidate = Seated &
  Pick<PersonRecord, "side" | "duties"> &
  Partial<Pick<PersonRecord, "removed" | "excused" | "leftAt">>;

/** Whether a round seats somebody of itself: not staff, not who is on leave or has left. By hand anybody on the roster is seated. */
export function isSeatable(person: Candidate): boolean {
  const isHere = person.removed !== true && person.excused !== true && person.leftAt == null;
  return isHere && !isStaffPerson(person);
}

/** What a round asks of its seats. `people` are those on the roster, `rounds` all that there are. */
export function roundProblem<P extends Candidate>(
  { groups, rules, seed }: Pick<RoundRecord, "groups" | "rules" | "seed">,
  people: readonly P[],
  rounds: readonly Pick<RoundRecord, "roundId" | "groups">[],
): GroupingProblem {
  const seating = seatingOf(groups);
  const { notMet, ...wanted } = rules;
  return {
    people: people.filter((person) => isSeatable(person) || seating.has(person.personId)),
    groups: groups.map(({ roomId, max, leaderId, recorderId }) => ({
      groupId: roomId,
      max,
      leaderId,
      recorderId,
    })),
    locked: lockedSeatingOf(groups),
    rules: wanted,
    met: rounds.filter(({ roundId }) => notMet.includes(roundId)).map((round) => seatingOf(round.groups)),
    seed,
  };
}
