import type { Lane } from "../protocol/lanes.ts";
import type { Actor } from "./actor.ts";
import { answerLanes } from "./answers/lanes.ts";
import { followupLanes, progressLanes } from "./followups/lanes.ts";
import { notesHoldLanes } from "./notes/lanes.ts";
import { unreachable } from "./parents.ts";
import { personLanes } from "./people/lanes.ts";
import { personRecordId } from "./people/records.ts";
import { isStaffPerson, personOf } from "./people/standing.ts";
import { questionLanes, ratingLanes, supportLanes } from "./questions/lanes.ts";
import { trailLanes } from "./questions/trails/lanes.ts";
import type { AnyRecord } from "./records.ts";
import type { SessionState } from "./state.ts";
import type { Presentation } from "./view.ts";

/** The projector's page has a personal lane like anybody else. */
const STAGE_PERSON_ID = "stage";

/** Who sees what of a record: the only statement of visibility. Reads the record and its `parents`, nothing else. */
export function lanes(record: AnyRecord, state: SessionState): Presentation {
  switch (record.kind) {
    case "session":
    case "room":
    case "stage":
    case "topics":
      return [["everyone", record]];
    case "phrases":
    case "ledger":
    case "stageQueue":
      return [["staff", record]];
    case "person":
      return personLanes(record);
    case "question":
      return questionLanes(record, state);
    case "support":
      return supportLanes(record);
    case "answer":
      return answerLanes(record, state);
    case "rating":
      return ratingLanes(record, state);
    case "trail":
      return trailLanes(record, state);
    case "followup":
      return followupLanes(record, state);
    case "progress":
      return progressLanes(record, state);
    case "notesHold":
      return notesHoldLanes(record);
    case "tally":
      return [
        ["staff", record],
        [`person:${STAGE_PERSON_ID}`, record],
      ];
    default:
      return unreachable(record);
  }
}

/**
 * The lanes a viewer stands in; none for somebody who is not of this session. `follows` are the questions a browser asked
 * where askers are never recorded; an id of the roster opens nothing.
 */
export function viewerLanes(
  actor: Actor,
  state: SessionState,
  follows: readonly string[] = [],
): readonly Lane[] {
  const own = ownLanes(actor, state);
  if (own.length === 0 || actor.kind !== "person") return own;
  const unknown = follows.filter((followId) => state.get(personRecordId(followId)) === undefined);
  return [...own, ...unknown.map((followId): Lane => `person:${followId}`)];
}

function ownLanes(actor: Actor, state: SessionState): readonly Lane[] {
  switch (actor.kind) {
    case "organiser":
      return ["staff", "everyone"];
    case "stage":
      return [`person:${STAGE_PERSON_ID}`, "everyone"];
    case "system":
      return [];
    case "person": {
      const person = personOf(actor, state);
      if (person === undefined) return [];
      const own: Lane = `person:${person.personId}`;
      if (isStaffPerson(person)) return ["staff", own, "everyone"];
      const result: Lane[] = [own];
      if (person.side === "municipal") result.push(`unit:${person.unit}`);
      for (const room of state.all("room")) {
        if (room.roomKind === "plenary" || room.roomId === person.roomId) result.push(`room:${room.roomId}`);
      }
      result.push("everyone");
      return result;
    }
    default:
      return unreachable(actor);
  }
}
