/** Two at a time, in order; an odd one stands alone at the end. */
export function pairsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, row) => all.slice(2 * row, 2 * row + 2));
}
