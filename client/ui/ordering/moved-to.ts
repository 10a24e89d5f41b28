/** `ids` with one of them at another's place, beyond the ends at the end; null where nothing moves. */
export function movedTo(ids: readonly string[], id: string, place: number): readonly string[] | null {
  const from = ids.indexOf(id);
  const to = Math.min(Math.max(0, place), ids.length - 1);
  if (from === -1 || from === to) return null;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
