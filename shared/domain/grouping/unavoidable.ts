/** How many pairs sit together at the least when so many people are spread over so many groups. */
export function unavoidablePairs(people: number, groups: number): number {
  if (groups === 0) return 0;
  const each = Math.floor(people / groups);
  const larger = people % groups;
  return larger * pairsAmong(each + 1) + (groups - larger) * pairsAmong(each);
}

/** How many pairs there are among so many. */
export function pairsAmong(people: number): number {
  return (people * (people - 1)) / 2;
}
