import type { PersonView } from "../../../shared/domain/people/views.ts";

/** A county official as everybody sees one, but for `more`. */
export function personView(personId: string, more: Partial<PersonView> = {}): PersonView {
  return {
    id: `person:${personId}`,
    kind: "person",
    rev: 1,
    personId,
    order: 1,
    name: `${personId}名`,
    unit: "滑县政府",
    post: null,
    side: "county",
    duties: [],
    group: null,
    roomId: null,
    ...more,
  };
}
