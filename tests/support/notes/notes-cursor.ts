/** A cursor as an editor tells of it; `mark` tells one from another. */
export function notesCursor(mark: number) {
  const position = { type: null, tname: "notes", item: null, assoc: mark };
  return { anchor: position, head: position };
}
