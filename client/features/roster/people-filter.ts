import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import { fitsSearch, foldTexts, searchTerms } from "../../ui/search/text-search.ts";

/** `absent` without those who asked for leave. */
export const PRESENCES = ["arrived", "left", "absent", "excused"] as const;

/** What the people table shows; an empty `text` and the value `all` let everybody through. */
export interface PeopleFilter {
  readonly text: string;
  /** A group as written in the roster, `none` for people without one. */
  readonly group: "all" | "none" | { readonly name: string };
  /** `guessed`: told from the unit, whatever it is. */
  readonly side: "all" | "guessed" | PersonRecord["side"];
  readonly presence: "all" | (typeof PRESENCES)[number];
}

/** The people on the roster that pass, by 排序号. Each word of `text` must occur in name, unit, post or seat. */
export function filterPeople(people: readonly PersonRecord[], filter: PeopleFilter): PersonRecord[] {
  const terms = searchTerms(filter.text);
  return people
    .filter((person) => {
      if (person.removed) return false;
      if (filter.presence !== "all" && presenceOf(person) !== filter.presence) return false;
      if (filter.side === "guessed" && person.sideGuessed !== true) return false;
      if (filter.side !== "all" && filter.side !== "guessed" && person.side !== filter.side) return false;
      if (filter.group === "none" && person.group !== null) return false;
      if (typeof filter.group === "object" && person.group !== filter.group.name) return false;
      return fitsSearch(foldTexts([person.name, person.unit, person.post, person.seat]), terms);
    })
    .sort((a, b) => a.order - b.order || a.personId.localeCompare(b.personId));
}

export function presenceOf({ arrivedAt, leftAt, excused }: PersonRecord): (typeof PRESENCES)[number] {
  if (arrivedAt !== null) return leftAt == null ? "arrived" : "left";
  return excused === true ? "excused" : "absent";
}

/** The groups the roster names, in the order of the people in them. */
export function groupsOf(
  people: readonly { readonly group: string | null; readonly order: number }[],
): string[] {
  const inOrder = [...people].sort((a, b) => a.order - b.order);
  return [...new Set(inOrder.flatMap((person) => (person.group === null ? [] : [person.group])))];
}
