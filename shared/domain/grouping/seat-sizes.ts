import { fixedSeats, type GroupingProblem } from "./problem.ts";

/** More than any group has people: a full group comes after all that are not. */
const OVERFULL = 1_000_000;

/**
 * How many are to sit in each group, in the order of the groups: as even as those who are fixed and the seats there are
 * allow. Where there are more people than seats, all sit somewhere all the same.
 */
export function seatSizes(problem: GroupingProblem): number[] {
  const { people, groups } = problem;
  const fixed = fixedSeats(problem);
  const sizes = new Map(groups.map(({ groupId }) => [groupId, 0]));
  for (const groupId of fixed.values()) sizes.set(groupId, (sizes.get(groupId) ?? 0) + 1);
  const counts = groups.map(({ groupId }) => sizes.get(groupId) ?? 0);
  for (let left = people.length - fixed.size; left > 0; left -= 1) {
    const at = smallest(counts, groups);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The group that gets the next person: with a seat free if any has one, then the smallest, then the first. */
function smallest(counts: readonly number[], groups: GroupingProblem["groups"]): number {
  let best = 0;
  let bestKey = Number.POSITIVE_INFINITY;
  for (const [at, count] of counts.entries()) {
    const isFull = count >= (groups[at]?.max ?? Number.POSITIVE_INFINITY);
    const key = isFull ? count + OVERFULL : count;
    if (key < bestKey) [best, bestKey] = [at, key];
  }
  return best;
}
