import type { CommandOf } from "../../protocol/commands/command.ts";
import type { followupCommands } from "../../protocol/commands/followups.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, set } from "../patches.ts";
import { isAnsweringUnit, isStaff, personOf } from "../people/standing.ts";
import type { Bare } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { type FollowupRecord, followupRecordId, progressRecordId } from "./records.ts";

/** Every code these judges refuse with: what a file asks for has a reason for each (`planLedger`). */
export type FollowupRefusal =
  | "followup_unknown"
  | "unit_unknown"
  | "id_taken"
  | "followup_cleared"
  | "followup_not_done"
  | "reason_needed"
  | "too_many_entries";
type Judged = Result<Patch[], FollowupRefusal>;

export function updateFollowup(command: CommandOf<"followup.update">, { state }: Acting): Judged {
  const found = findFollowup(command.followupId, state);
  if (!found.ok) return found;
  const { type: _type, followupId: _followupId, ...fields } = command;
  const { leadUnit } = fields;
  const supportUnits = fields.supportUnits?.filter((unit) => unit !== (leadUnit ?? found.value.leadUnit));
  const units = [...(leadUnit == null ? [] : [leadUnit]), ...(supportUnits ?? [])];
  const stranger = units.find((unit) => !isAnsweringUnit(unit, state));
  if (stranger !== undefined) return refuse("unit_unknown", { unit: stranger });
  const given = Object.entries({ ...fields, ...(supportUnits !== undefined && { supportUnits }) });
  const changes = given.filter(([name, value]) => {
    return JSON.stringify(found.value[name as keyof FollowupRecord]) !== JSON.stringify(value);
  });
  return done(changes.length === 0 ? [] : [set(found.value, Object.fromEntries(changes))]);
}

export function reportProgress(command: CommandOf<"followup.progress">, acting: Acting): Judged {
  const { state, actor, by, now } = acting;
  const found = findFollowup(command.followupId, state);
  if (!found.ok) return found;
  const row = found.value;
  const id = progressRecordId(command.entryId);
  if (state.get(id) !== undefined) return refuse("id_taken");
  if (row.status === "cleared") return refuse("followup_cleared");
  if ([...state.children(row.id)].length >= LIMITS.progressEntriesMax) return refuse("too_many_entries");
  const { entryId, followupId, text } = command;
  const unit = isStaff(actor, state) ? null : (personOf(actor, state)?.unit ?? null);
  const entry = put("progress", id, { entryId, followupId, text, unit, postedBy: by, postedAt: now });
  if (row.status !== "new") return done([entry]);
  return done([entry, write({ ...sharedFields(row), status: "underway", reopenReason: null })]);
}

export function finishFollowup(command: CommandOf<"followup.finish">, acting: Acting): Judged {
  const found = findFollowup(command.followupId, acting.state);
  if (!found.ok) return found;
  const row = found.value;
  if (row.status === "cleared") return refuse("followup_cleared");
  const { evidence } = command;
  if (row.status === "done" && row.evidence === evidence) return done([]);
  const doneAt = row.status === "done" ? row.doneAt : acting.now;
  return done([write({ ...sharedFields(row), evidence, status: "done", doneAt })]);
}

/** 销号. The asker's side only says yes to what is done; staff may clear anything, and say why. */
export function clearFollowup(command: CommandOf<"followup.clear">, acting: Acting): Judged {
  const { state, actor, now } = acting;
  const found = findFollowup(command.followupId, state);
  if (!found.ok) return found;
  const row = found.value;
  if (row.status === "cleared") return done([]);
  const { reason = null } = command;
  if (isStaff(actor, state)) {
    if (reason === null) return refuse("reason_needed");
  } else if (row.status !== "done") return refuse("followup_not_done");
  const doneAt = row.status === "done" ? row.doneAt : null;
  return done([
    write({ ...sharedFields(row), status: "cleared", doneAt, clearedAt: now, clearReason: reason }),
  ]);
}

export function reopenFollowup(command: CommandOf<"followup.reopen">, { state }: Acting): Judged {
  const found = findFollowup(command.followupId, state);
  if (!found.ok) return found;
  const row = found.value;
  if (row.status === "new" || row.status === "underway") return refuse("followup_not_done");
  return done([write({ ...sharedFields(row), status: "underway", reopenReason: command.reason })]);
}

function findFollowup(followupId: string, state: SessionState): Result<FollowupRecord, "followup_unknown"> {
  const row = state.find("followup", followupRecordId(followupId));
  return row === undefined ? refuse("followup_unknown") : done(row);
}

function sharedFields(row: FollowupRecord): Omit<Extract<Bare<FollowupRecord>, { status: "new" }>, "status"> {
  const { followupId, number, text, nature, topics, askers, gist, leadUnit, supportUnits } = row;
  const { personInCharge, leaderInCharge, dueAt, evidence, openedAt } = row;
  const units = { leadUnit, supportUnits, personInCharge, leaderInCharge };
  return { followupId, number, text, nature, topics, askers, gist, ...units, dueAt, evidence, openedAt };
}

function write(fields: Bare<FollowupRecord>): Patch {
  return put("followup", followupRecordId(fields.followupId), fields);
}

export const followupJudges: Judges<keyof typeof followupCommands, FollowupRefusal> = {
  "followup.update": updateFollowup,
  "followup.progress": reportProgress,
  "followup.finish": finishFollowup,
  "followup.clear": clearFollowup,
  "followup.reopen": reopenFollowup,
};
