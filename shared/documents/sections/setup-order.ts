/**
 * `items` as the setup orders them: those it names in its order, each other one behind what it is built behind. What came after
 * the order was made is so where its reader looks for it.
 */
export function inSetupOrder<T extends { readonly key: string }>(
  items: readonly T[],
  order: readonly string[],
): T[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const placed = order.flatMap((key) => byKey.get(key) ?? []);
  const named = new Set(order);
  for (const [place, item] of items.entries()) {
    if (named.has(item.key)) continue;
    const before = items[place - 1];
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, item);
  }
  return placed;
}
