import { grouped } from "../people/grouped.ts";
import type { PersonRecord } from "../people/records.ts";
import { placeKey, postKey, type RowDraft } from "./draft.ts";
import type { Rename } from "./row.ts";
import { nameKey } from "./text.ts";

/**
 * Who a row is: somebody known, somebody new, one of several who cannot be told apart, or who it was said to be and is so no
 * more.
 */
export type Identity =
  | { readonly kind: "known"; readonly person: PersonRecord; readonly by: "unit" | "name" | "rename" }
  | { readonly kind: "new" }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "outdated" };

export type ImportedIdentity = Extract<Identity, { kind: "known" | "new" }>;

/**
 * Finds the person of each row; the order of rows and people plays no part.
 * 1. Same name, unit and post.
 * 2. Same name and unit, when one row and one person are left of them; otherwise nobody can say who is who.
 * 3. The same among people taken off the roster.
 * 4. Same name and post in another unit, when the name occurs once in the whole file and once on the roster:
 *    the unit was renamed or the person moved. With unit and post both changed it is taken for a namesake, since
 *    giving one person the past of another is worse than asking for a second look.
 */
export function identifyRows(
  drafts: readonly RowDraft[],
  existing: Iterable<PersonRecord>,
  rowsOfName: ReadonlyMap<string, number>,
): Map<RowDraft, Identity> {
  const people = [...existing].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const active = people.filter((person) => !person.removed);
  const removed = people.filter((person) => person.removed);
  const identities = new Map<RowDraft, Identity>();
  const taken = new Set<PersonRecord>();
  const free = (list: readonly PersonRecord[] | undefined) =>
    (list ?? []).filter((person) => !taken.has(person));
  const take = (draft: RowDraft, person: PersonRecord, by: "unit" | "name" = "unit") => {
    taken.add(person);
    identities.set(draft, { kind: "known", person, by });
  };

  const byPost = grouped([...active, ...removed], (person) => `${placeKey(person)}\n${postKey(person)}`);
  for (const draft of drafts) {
    if (draft.post === undefined) continue;
    const [person] = free(byPost.get(`${placeKey(draft)}\n${postKey(draft)}`));
    if (person !== undefined) take(draft, person);
  }

  const activeByPlace = grouped(active, placeKey);
  const removedByPlace = grouped(removed, placeKey);
  const open = drafts.filter((draft) => !identities.has(draft));
  for (const [place, rows] of grouped(open, placeKey)) {
    const here = free(activeByPlace.get(place));
    const gone = free(removedByPlace.get(place));
    const [row] = rows;
    const [person] = here.length > 0 ? here : gone;
    if (row === undefined || person === undefined) continue;
    if (rows.length === 1 && (here.length === 1 || (here.length === 0 && gone.length === 1)))
      take(row, person);
    else if (here.length > 0) for (const one of rows) identities.set(one, { kind: "ambiguous" });
  }

  const activeByName = grouped(active, ({ name }) => nameKey(name));
  for (const draft of open) {
    if (identities.has(draft)) continue;
    const namesakes = activeByName.get(nameKey(draft.name)) ?? [];
    const [person] = free(namesakes);
    const unique = namesakes.length === 1 && rowsOfName.get(nameKey(draft.name)) === 1;
    const samePost = draft.post === undefined || (person && postKey(draft) === postKey(person));
    if (unique && person !== undefined && samePost) take(draft, person, "name");
    else identities.set(draft, { kind: "new" });
  }
  return identities;
}

/**
 * Takes rows of somebody new for whom they were said to be: people on the roster whom no other row is about, each by one row.
 * A row that is somebody known stays what it is, so that the same import may be sent again.
 */
export function takeRenames(
  identities: Map<RowDraft, Identity>,
  existing: readonly PersonRecord[],
  renamed: readonly Rename[],
): void {
  const personIds = new Map(renamed.map((rename) => [placeName(rename), rename.personId]));
  if (personIds.size === 0) return;
  const taken = new Set(
    [...identities.values()].flatMap((one) => (one.kind === "known" ? [one.person] : [])),
  );
  const free = new Map(
    existing.filter((one) => !one.removed && !taken.has(one)).map((person) => [person.personId, person]),
  );
  for (const [draft, identity] of identities) {
    const personId = personIds.get(placeName(draft.source));
    if (personId === undefined || identity.kind !== "new") continue;
    const person = free.get(personId);
    free.delete(personId);
    identities.set(draft, person ? { kind: "known", person, by: "rename" } : { kind: "outdated" });
  }
}

function placeName({ sheet, row }: Pick<Rename, "sheet" | "row">): string {
  return `${row} ${sheet ?? ""}`;
}
