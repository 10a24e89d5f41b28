/** A step of turning one list into another: keep the next of both, leave out the next of the first, take in the next of the second. */
export type AlignStep = "same" | "gone" | "new";

/** Cells of the table of longest common parts that are filled at most; four bytes each. */
const TABLE_CELLS_MAX = 4_000_000;
/** Splitting at keys that are there once on both sides makes parts smaller; beyond this depth it is given up. */
const SPLITS_MAX = 24;

/**
 * How `now` comes out of `then`, compared by key: few steps, and never more work than the bounds above, at the cost of
 * calling more lines changed than had to be.
 */
export function align(then: readonly string[], now: readonly string[]): AlignStep[] {
  const steps: AlignStep[] = [];
  alignPart(then, now, steps, 0);
  return steps;
}

function alignPart(
  then: readonly string[],
  now: readonly string[],
  steps: AlignStep[],
  splits: number,
): void {
  let start = 0;
  while (start < then.length && start < now.length && then[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < then.length - start &&
    end < now.length - start &&
    then[then.length - 1 - end] === now[now.length - 1 - end]
  )
    end += 1;
  push(steps, "same", start);
  alignMiddle(then.slice(start, then.length - end), now.slice(start, now.length - end), steps, splits);
  push(steps, "same", end);
}

function alignMiddle(
  then: readonly string[],
  now: readonly string[],
  steps: AlignStep[],
  splits: number,
): void {
  if (then.length > 0 && now.length > 0) {
    if ((then.length + 1) * (now.length + 1) <= TABLE_CELLS_MAX) {
      alignByTable(then, now, steps);
      return;
    }
    const anchors = splits < SPLITS_MAX ? anchorsOf(then, now) : [];
    if (anchors.length > 0) {
      let thenAt = 0;
      let nowAt = 0;
      for (const [thenIndex, nowIndex] of anchors) {
        alignPart(then.slice(thenAt, thenIndex), now.slice(nowAt, nowIndex), steps, splits + 1);
        push(steps, "same", 1);
        thenAt = thenIndex + 1;
        nowAt = nowIndex + 1;
      }
      alignPart(then.slice(thenAt), now.slice(nowAt), steps, splits + 1);
      return;
    }
  }
  push(steps, "gone", then.length);
  push(steps, "new", now.length);
}

/** The longest common part, by the textbook's table filled from the end. */
function alignByTable(then: readonly string[], now: readonly string[], steps: AlignStep[]): void {
  const width = now.length + 1;
  const lengths = new Uint32Array((then.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = then.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        then[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  let row = 0;
  let column = 0;
  while (row < then.length && column < now.length) {
    if (then[row] === now[column]) {
      steps.push("same");
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      steps.push("gone");
      row += 1;
    } else {
      steps.push("new");
      column += 1;
    }
  }
  push(steps, "gone", then.length - row);
  push(steps, "new", now.length - column);
}

/** Places of keys that are there once on both sides, in an order that holds on both: the longest such row. */
function anchorsOf(then: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  const nowPlaces = placesOfUnique(now);
  const pairs: (readonly [number, number])[] = [];
  for (const [key, thenIndex] of placesOfUnique(then)) {
    const nowIndex = nowPlaces.get(key);
    if (nowIndex !== undefined) pairs.push([thenIndex, nowIndex]);
  }
  return longestRising(pairs);
}

function placesOfUnique(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (places.has(key)) repeated.add(key);
    else places.set(key, index);
  }
  for (const key of repeated) places.delete(key);
  return places;
}

/** Of pairs in the order of their first number, the longest row in which the second rises too. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, second]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const row: (readonly [number, number])[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) row.push(pair);
  }
  return row.reverse();
}

function push(steps: AlignStep[], step: AlignStep, count: number): void {
  for (let left = count; left > 0; left--) steps.push(step);
}
