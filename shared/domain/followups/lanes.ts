import type { Lane, RecordView } from "../../protocol/lanes.ts";
import { type Asker, askerIds } from "../askers/askers.ts";
import type { FieldOf } from "../kind.ts";
import { personRecordId } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import { type Presentation, viewOf } from "../view.ts";
import { type FollowupRecord, followupRecordId, type ProgressRecord } from "./records.ts";

const FOR_ALL = [
  "followupId",
  "number",
  "text",
  "nature",
  "topics",
  "gist",
  "leadUnit",
  "supportUnits",
  "personInCharge",
  "leaderInCharge",
  "dueAt",
  "evidence",
  "openedAt",
  "status",
  "reopenReason",
  "doneAt",
  "clearedAt",
  "clearReason",
] as const satisfies readonly FieldOf<FollowupRecord>[];

/** A row of the ledger is read by staff, by the units it is given to and by those who asked. */
export function followupLanes(row: FollowupRecord, state: SessionState): Presentation {
  const { askers } = row;
  const bare = viewOf(row, FOR_ALL);
  const open = askers.filter(({ anonymous }) => !anonymous);
  const view: RecordView = { ...bare, askerUnits: unitsOf(open, state) };
  const lanes: [Lane, RecordView][] = [["staff", { ...bare, askerUnits: unitsOf(askers, state) }]];
  for (const askerId of askerIds(askers)) {
    const own = askers.filter((asker) => asker.askerId === askerId);
    lanes.push([`person:${askerId}`, { ...view, mine: true, askers: own }]);
  }
  for (const lane of unitLanes(row)) lanes.push([lane, view]);
  return lanes;
}

export function progressLanes(entry: ProgressRecord, state: SessionState): Presentation {
  const row = state.find("followup", followupRecordId(entry.followupId));
  const view = viewOf(entry, ["entryId", "followupId", "text", "unit", "postedAt"]);
  const lanes: [Lane, RecordView][] = [["staff", { ...view, postedBy: entry.postedBy }]];
  if (row === undefined) return lanes;
  for (const askerId of askerIds(row.askers)) lanes.push([`person:${askerId}`, view]);
  for (const lane of unitLanes(row)) lanes.push([lane, view]);
  return lanes;
}

function unitLanes({ leadUnit, supportUnits }: FollowupRecord): Lane[] {
  const units = new Set(leadUnit === null ? supportUnits : [leadUnit, ...supportUnits]);
  return [...units].map((unit): Lane => `unit:${unit}`);
}

/** The units of those who asked, each once, in the order they asked. */
function unitsOf(askers: readonly Asker[], state: SessionState): string[] {
  const units = askers.flatMap(({ askerId }) => state.find("person", personRecordId(askerId))?.unit ?? []);
  return [...new Set(units)];
}
