import type { GroupingProblem } from "./problem.ts";

/** People who are to sit together, also by way of others: each with all of his own. Those who are named with nobody are not in it. */
export function clustersOf({ people, rules }: GroupingProblem): Map<string, readonly string[]> {
  const known = new Set(people.map(({ personId }) => personId));
  const clusters = new Map<string, string[]>();
  for (const [one, other] of rules.together) {
    if (!known.has(one) || !known.has(other)) continue;
    const first = clusters.get(one) ?? [one];
    const second = clusters.get(other) ?? [other];
    const joined = first === second ? first : [...first, ...second];
    for (const personId of joined) clusters.set(personId, joined);
  }
  return clusters;
}
