import { groupKey } from "../../../../shared/domain/rooms/group-name.ts";

/** The positions of names that are empty or that an earlier one already means. */
export function nameProblems(names: readonly string[]): Map<number, "missing" | "taken"> {
  const problems = new Map<number, "missing" | "taken">();
  const seen = new Set<string>();
  names.forEach((name, position) => {
    const key = groupKey(name);
    if (key === "") problems.set(position, "missing");
    else if (seen.has(key)) problems.set(position, "taken");
    seen.add(key);
  });
  return problems;
}
