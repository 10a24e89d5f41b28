import { type Presentation, viewOf } from "../view.ts";
import type { NotesHoldRecord } from "./records.ts";

/** Staff know who took the right away; the person knows that it is gone. */
export function notesHoldLanes(hold: NotesHoldRecord): Presentation {
  return [
    ["staff", viewOf(hold, ["roomId", "personId", "heldBy", "heldAt"])],
    [`person:${hold.personId}`, viewOf(hold, ["roomId", "personId"])],
  ];
}
