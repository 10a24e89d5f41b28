import { Draws } from "./draws.ts";
import { Energy } from "./energy.ts";
import { postRank } from "./post-rank.ts";
import { fixedSeats, type GroupingProblem } from "./problem.ts";
import { seatSizes } from "./seat-sizes.ts";

/** Exchanges tried for each person, and the most there are; a bound of steps and not of time, so that all machines agree. */
const TRIES_A_PERSON = 1_000;
const TRIES_MIN = 4_000;
const TRIES_MAX = 200_000;
/** Exchanges between two pauses: some milliseconds where everybody has met a hundred others. */
const TRIES_A_SLICE = 250;
/** What an exchange may cost at first for it to be made by chance all the same; at last it may cost nothing. */
const WARMTH_AT_FIRST = 400;

/**
 * Seats everybody, as well as a bounded search finds: the group by the person, in the order of the people. Pauses now and
 * then, so that a page can do something else meanwhile. The same problem gives the same seats. Throws without any group.
 */
export function* groupingInSlices(problem: GroupingProblem): Generator<void, Map<string, string>> {
  const { people, groups, seed } = problem;
  if (groups.length === 0) throw new Error("no groups to seat anybody in");
  const draws = new Draws(seed);
  const sizes = seatSizes(problem);
  const energy = new Energy(problem, sizes);
  yield;
  const free = deal(problem, sizes, energy, draws);
  yield;
  const tries = free.length < 2 || groups.length < 2 ? 0 : triesFor(people.length);
  for (let done = 0; done < tries; done += 1) {
    if (done > 0 && done % TRIES_A_SLICE === 0) yield;
    // Sums and products alone: powers and roots are not the same to the last bit in every browser.
    const left = 1 - done / tries;
    const warmth = WARMTH_AT_FIRST * left * left * left;
    const [one, other] = [draws.below(free.length), draws.below(free.length)];
    tryExchange(energy, free[one] ?? 0, free[other] ?? 0, warmth * draws.next());
  }
  return new Map(
    people.map(({ personId }, index) => [personId, groups[energy.groupOf[index] ?? 0]?.groupId ?? ""]),
  );
}

/** The same in one go. */
export function groupPeople(problem: GroupingProblem): Map<string, string> {
  const slices = groupingInSlices(problem);
  for (;;) {
    const { done, value } = slices.next();
    if (done === true) return value;
  }
}

function triesFor(people: number): number {
  return Math.min(TRIES_MAX, Math.max(TRIES_MIN, people * TRIES_A_PERSON));
}

/** A first seating: who is alike is dealt to one group after the other. Gives those who may change seats. */
function deal(
  problem: GroupingProblem,
  sizes: readonly number[],
  energy: Energy,
  draws: Draws,
): readonly number[] {
  const { people, groups } = problem;
  const left = [...sizes];
  const groupIndex = new Map(groups.map(({ groupId }, index) => [groupId, index]));
  const fixed = fixedSeats(problem);
  const free: number[] = [];
  for (const [person, { personId }] of people.entries()) {
    const group = groupIndex.get(fixed.get(personId) ?? "");
    if (group === undefined) {
      free.push(person);
      continue;
    }
    energy.enter(person, group);
    left[group] = (left[group] ?? 0) - 1;
  }
  const turns = draws.shuffled(groups.map((_, index) => index));
  const places = new Map(
    draws.shuffled(people.map(({ side, unit }) => `${side} ${unit}`)).map((place, index) => [place, index]),
  );
  const ranked = people.map(({ side, unit, post }) => ({
    side,
    place: places.get(`${side} ${unit}`) ?? 0,
    rank: postRank(post),
  }));
  const dealt = draws.shuffled(free).sort((one, other) => {
    const first = ranked[one] as (typeof ranked)[number];
    const second = ranked[other] as (typeof ranked)[number];
    if (first.side !== second.side) return first.side < second.side ? -1 : 1;
    return first.place - second.place || (first.rank === second.rank ? 0 : first.rank < second.rank ? -1 : 1);
  });
  let turn = 0;
  for (const person of dealt) {
    while ((left[turns[turn % turns.length] as number] ?? 0) <= 0) turn += 1;
    const group = turns[turn % turns.length] as number;
    energy.enter(person, group);
    left[group] = (left[group] ?? 0) - 1;
    turn += 1;
  }
  return free;
}

/** Two change seats unless that costs more than `allowed`. */
function tryExchange(energy: Energy, one: number, other: number, allowed: number): void {
  const here = energy.groupOf[one] ?? 0;
  const there = energy.groupOf[other] ?? 0;
  if (here === there) return;
  energy.leave(one);
  energy.leave(other);
  // The second is weighed with the first in place, else a pair would not be seen.
  const before = energy.costIn(one, here);
  energy.enter(one, here);
  const beforeBoth = before + energy.costIn(other, there);
  energy.leave(one);
  const after = energy.costIn(one, there);
  energy.enter(one, there);
  const afterBoth = after + energy.costIn(other, here);
  if (afterBoth - beforeBoth <= allowed) {
    energy.enter(other, here);
    return;
  }
  energy.leave(one);
  energy.enter(one, here);
  energy.enter(other, there);
}
