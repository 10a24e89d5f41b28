import * as Y from "yjs";

/**
 * How many items Yjs itself looks at to find places while `work` runs: it puts each of them into two sets, which nothing
 * else puts items into.
 */
export function countLookups(work: () => void): number {
  const add = Set.prototype.add;
  let items = 0;
  Set.prototype.add = function addAndCount(value) {
    if (value instanceof Y.Item) items += 1;
    return add.call(this, value);
  };
  try {
    work();
  } finally {
    Set.prototype.add = add;
  }
  return items / 2;
}
