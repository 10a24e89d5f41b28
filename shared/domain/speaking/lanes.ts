import type { Lane } from "../../protocol/lanes.ts";
import { personRecordId } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { FloorRecord, PointRecord, SpeechRecord } from "./records.ts";

const OF_SPEECH = [
  "speechId",
  "roomId",
  "personId",
  "order",
  "asked",
  "status",
  "startedAt",
  "budgetMs",
  "spokenMs",
  "runningSince",
  "endedAt",
] as const;
const OF_POINT = ["pointId", "speechId", "roomId", "personId", "order", "text", "tag", "removed"] as const;

/** The queue and who has the floor are the room's and the stage's; the gist is theirs once it was heard. */
export function speechLanes(speech: SpeechRecord, state: SessionState): Presentation {
  const { roomId, personId } = speech;
  const bare = { ...viewOf(speech, OF_SPEECH), speaker: speakerOf(personId, state) };
  const noted = { ...bare, gist: speech.gist };
  const forAll = speech.status === "over" ? noted : bare;
  return [
    ["staff", noted],
    ["stage", forAll],
    [`person:${personId}`, noted],
    [`leaders:${roomId}`, noted],
    [`room:${roomId}`, forAll],
  ];
}

/** An experience is everybody's, and those it concerns read it at once; one taken away is for those who may put it back. */
export function pointLanes(point: PointRecord, state: SessionState): Presentation {
  const units = point.wanters.flatMap((id) => state.find("person", personRecordId(id))?.unit ?? []);
  const view = {
    ...viewOf(point, OF_POINT),
    owner: speakerOf(point.personId, state),
    wantedBy: [...new Set(units)],
  };
  const lanes: Lane[] = point.removed ? ["staff", `leaders:${point.roomId}`] : ["everyone"];
  return lanes.map((lane) => [lane, view]);
}

export function floorLanes(floor: FloorRecord): Presentation {
  const view = viewOf(floor, ["roomId", "per", "budgetMs"]);
  return [
    ["staff", view],
    ["stage", view],
    [`room:${floor.roomId}`, view],
  ];
}

function speakerOf(personId: string, state: SessionState) {
  const person = state.find("person", personRecordId(personId));
  return {
    personId,
    name: person?.name ?? "",
    unit: person?.unit ?? "",
    post: person?.post ?? null,
  };
}
