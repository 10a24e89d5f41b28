import type { CommandOf } from "../../protocol/commands/command.ts";
import type { reportCommands } from "../../protocol/commands/reports.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import type { Patch } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import { showOnStage } from "../stage/judge.ts";
import { startTimer } from "../timers/judge.ts";

/** What a group reports goes on the stage and everyone's time begins under its name, in one act. */
export function showReport(
  { roomId, durationMs, page }: CommandOf<"report.show">,
  acting: Acting,
): Result<Patch[]> {
  const recordId = roomRecordId(roomId);
  const room = acting.state.find("room", recordId);
  if (room === undefined) return refuse("room_unknown");
  if (room.roomKind === "plenary") return refuse("room_is_plenary");
  const shown = showOnStage({ type: "stage.show", recordId, ...(page !== undefined && { page }) }, acting);
  if (!shown.ok || durationMs === null) return shown;
  const started = startTimer(
    { type: "timer.start", roomId: null, durationMs, label: labelOf(room.name) },
    acting,
  );
  return started.ok ? done([...shown.value, ...started.value]) : started;
}

/** A name as it may stand over a time: cut, and in no half of a character. */
function labelOf(name: string): string {
  return name
    .slice(0, LIMITS.timerLabelMaxChars)
    .replace(/\p{Surrogate}$/u, "")
    .trim();
}

export const reportJudges: Judges<keyof typeof reportCommands> = {
  "report.show": showReport,
};
