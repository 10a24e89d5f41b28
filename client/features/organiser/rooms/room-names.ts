import { groupKey } from "../../../../shared/domain/rooms/group-name.ts";

/**
 * The next `count` group names of the row 第一组, 第二组 … that none of `taken` means, however it is written.
 * `nameOf` makes the name of an ordinal from 1.
 */
export function freeGroupNames(
  count: number,
  taken: readonly string[],
  nameOf: (ordinal: number) => string,
): string[] {
  const keys = new Set(taken.map(groupKey));
  const names: string[] = [];
  for (let ordinal = 1; names.length < count; ordinal += 1) {
    const name = nameOf(ordinal);
    if (!keys.has(groupKey(name))) names.push(name);
  }
  return names;
}

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
