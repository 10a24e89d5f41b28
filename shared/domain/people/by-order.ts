import type { PersonRecord } from "./records.ts";

type Ranked = Pick<PersonRecord, "order" | "personId">;

/** By 排序号; the id decides between equals, so that the same roster always stands and prints alike. */
export function byOrder(one: Ranked, other: Ranked): number {
  return one.order - other.order || (one.personId < other.personId ? -1 : 1);
}
