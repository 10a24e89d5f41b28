import { type Presentation, viewOf } from "../view.ts";
import type { TimerRecord } from "./records.ts";

/** A group's time is for the group, staff and the hall. */
export function timerLanes(timer: TimerRecord): Presentation {
  const view = viewOf(timer, ["roomId", "label", "durationMs", "status", "endsAt", "leftMs"]);
  if (timer.roomId === null) return [["everyone", view]];
  return [
    ["staff", view],
    ["stage", view],
    [`room:${timer.roomId}`, view],
  ];
}
