import type { GroupingProblem } from "../grouping/problem.ts";
import type { RoundRecord } from "./records.ts";
import { type Candidate, isSeatable } from "./seatable.ts";
import { lockedSeatingOf, seatingOf } from "./seats.ts";

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
