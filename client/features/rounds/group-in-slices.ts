import { groupingInSlices } from "../../../shared/domain/grouping/group-people.ts";
import type { GroupingProblem, Seating } from "../../../shared/domain/grouping/problem.ts";

/** As long as a page may be busy without anybody feeling it. */
const BUSY_MAX_MS = 16;

/** Seats everybody while the page goes on answering. */
export async function groupInSlices(problem: GroupingProblem): Promise<Seating> {
  const slices = groupingInSlices(problem);
  for (;;) {
    const until = performance.now() + BUSY_MAX_MS;
    do {
      const { done, value } = slices.next();
      if (done === true) return value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
