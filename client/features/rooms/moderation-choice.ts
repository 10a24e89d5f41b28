import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { AllMessages } from "../../../shared/messages/zh-CN.ts";

/** Stands in a choice for what the session says. */
export const AS_SESSION = "session";

/** How the questions of a room may be reviewed, to choose from. */
export function moderationChoices(words: AllMessages["console"]["rooms"]) {
  return [
    { value: AS_SESSION, label: words.asSession },
    { value: "before", label: words.before },
    { value: "after", label: words.after },
  ];
}

/** What was chosen. */
export function moderationOf(value: string): RoomRecord["moderation"] {
  return value === "before" || value === "after" ? value : null;
}
