import { type Presentation, viewOf } from "../view.ts";
import type { PersonRecord } from "./records.ts";

/** Who is here is known to all; seat, arrival and order of staff business stay with staff and the person. */
export function personLanes(person: PersonRecord): Presentation {
  if (person.removed) return [["staff", person]];
  return [
    ["staff", person],
    [`person:${person.personId}`, person],
    [
      "everyone",
      viewOf(person, ["personId", "order", "name", "unit", "post", "side", "duties", "group", "roomId"]),
    ],
  ];
}
