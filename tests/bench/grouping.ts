import { Draws } from "../../shared/domain/grouping/draws.ts";
import { groupingInSlices } from "../../shared/domain/grouping/group-people.ts";
import type { GroupingProblem, Seating } from "../../shared/domain/grouping/problem.ts";
import { reportOn } from "../../shared/domain/grouping/report.ts";
import { ALL_RULES, sampleGroups, sampleSeated } from "../support/sample/grouping-problems.ts";
import { type BenchReport, median, rounded } from "./measuring/report.ts";

const RUNS = 5;
const AIM_MS = 1_000;
const SIZES = [
  { people: 64, units: 16, groups: 8 },
  { people: 300, units: 60, groups: 30 },
  { people: 1_000, units: 150, groups: 60 },
] as const;

/** Grouping a second round, in which nobody shall meet again, beside lots drawn. */
export async function grouping(): Promise<BenchReport> {
  const figures: Record<string, number> = {};
  const rows = SIZES.map(({ people, units, groups }) => {
    const problem = (seed: number, met: readonly Seating[]): GroupingProblem => ({
      people: sampleSeated(people, units),
      groups: sampleGroups(groups),
      locked: new Map(),
      rules: ALL_RULES,
      met,
      seed,
    });
    const took: number[] = [];
    let longestSliceMs = 0;
    let [found, lots] = [0, 0];
    for (let seed = 0; seed < RUNS; seed += 1) {
      const before = run(problem(seed, [])).seating;
      const second = problem(seed + RUNS, [before]);
      const { seating, tookMs, sliceMs } = run(second);
      took.push(tookMs);
      longestSliceMs = Math.max(longestSliceMs, sliceMs);
      found += pairsWrong(second, seating);
      lots += pairsWrong(second, byLot(second));
    }
    figures[`of${people}Ms`] = rounded(median(took), 0);
    figures[`of${people}SliceMs`] = rounded(longestSliceMs, 1);
    return [
      `${people} in ${groups}`,
      rounded(median(took), 0),
      AIM_MS,
      rounded(longestSliceMs, 1),
      rounded(found / RUNS, 1),
      rounded(lots / RUNS, 1),
    ];
  });
  return {
    title: "Grouping: a second round",
    columns: [
      "people",
      "ms",
      "aim ms",
      "longest slice ms",
      "pairs of one unit or met before",
      "the same by lot",
    ],
    rows,
    figures,
  };
}

function run(problem: GroupingProblem) {
  const slices = groupingInSlices(problem);
  const begun = performance.now();
  let sliceMs = 0;
  for (;;) {
    const from = performance.now();
    const { done, value } = slices.next();
    sliceMs = Math.max(sliceMs, performance.now() - from);
    if (done === true) return { seating: value, tookMs: performance.now() - begun, sliceMs };
  }
}

function byLot({ people, groups, seed }: GroupingProblem): Seating {
  const drawn = new Draws(seed).shuffled(people);
  return new Map(
    drawn.map(({ personId }, at) => [personId, groups[at % groups.length]?.groupId ?? ""] as const),
  );
}

function pairsWrong(problem: GroupingProblem, seating: Seating): number {
  return reportOn(problem, seating).reduce((sum, finding) => {
    if (finding.rule === "units") return sum + finding.faults.reduce((all, { pairs }) => all + pairs, 0);
    return finding.rule === "met" ? sum + finding.again : sum;
  }, 0);
}
