import type { Lane, RecordView } from "../../protocol/lanes.ts";
import { type Asker, askerIds } from "../askers/askers.ts";
import { personRecordId } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import type { Presentation } from "../view.ts";
import { type FollowupRecord, followupRecordId, type ProgressRecord } from "./records.ts";

/** A row of the ledger is read by staff, by the units it is given to and by those who asked. */
export function followupLanes(row: FollowupRecord, state: SessionState): Presentation {
  const { askers, ...bare } = row;
  const open = askers.filter(({ anonymous }) => !anonymous);
  const view: RecordView = { ...bare, askerUnits: unitsOf(open, state) };
  const lanes: [Lane, RecordView][] = [["staff", { ...bare, askerUnits: unitsOf(askers, state) }]];
  for (const askerId of askerIds(row.askers)) {
    const own = askers.filter((asker) => asker.askerId === askerId);
    lanes.push([`person:${askerId}`, { ...view, mine: true, askers: own }]);
  }
  for (const lane of unitLanes(row)) lanes.push([lane, view]);
  return lanes;
}

export function progressLanes(entry: ProgressRecord, state: SessionState): Presentation {
  const row = state.find("followup", followupRecordId(entry.followupId));
  const { postedBy: _postedBy, ...view } = entry;
  const lanes: [Lane, RecordView][] = [["staff", entry]];
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
