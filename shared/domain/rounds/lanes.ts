import type { RecordView } from "../../protocol/lanes.ts";
import type { FieldOf } from "../kind.ts";
import { STAGE_RECORD_ID } from "../stage/records.ts";
import type { SessionState } from "../state.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { RoundRecord } from "./records.ts";
import { seatsOf } from "./seats.ts";

const FOR_STAGE = [
  "roundId",
  "name",
  "order",
  "status",
  "removed",
] as const satisfies readonly FieldOf<RoundRecord>[];
const FOR_STAFF = [
  ...FOR_STAGE,
  "groups",
  "rules",
  "seed",
  "choosing",
  "chosen",
  "start",
] as const satisfies readonly FieldOf<RoundRecord>[];

/** Who sits where next is known to staff until it is so, or until the stage shows it; then everybody's own record tells it. */
export function roundLanes(round: RoundRecord, state: SessionState): Presentation {
  const forStaff = viewOf(round, FOR_STAFF);
  if (state.find("stage", STAGE_RECORD_ID)?.recordId !== round.id) return [["staff", forStaff]];
  return [
    ["staff", forStaff],
    ["stage", seatsAlone(round)],
  ];
}

/** Groups, who leads them and who sits there; nothing of how it came about. */
function seatsAlone(round: RoundRecord): RecordView {
  const groups = round.groups.map(({ roomId, name, leaderId, ...seats }) => {
    return {
      roomId,
      name,
      leaderId,
      max: null,
      recorderId: null,
      locked: [],
      free: [...seatsOf(seats)].sort(),
    };
  });
  return { ...viewOf(round, FOR_STAGE), groups };
}
