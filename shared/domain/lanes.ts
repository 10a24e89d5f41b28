import type { Lane } from "../protocol/lanes.ts";
import type { Actor } from "./actor.ts";
import { agendaItemLanes, agendaLanes } from "./agenda/lanes.ts";
import { answerLanes } from "./answers/lanes.ts";
import { exportLanes } from "./exports/lanes.ts";
import { followupLanes, progressLanes } from "./followups/lanes.ts";
import { helpLanes } from "./help/lanes.ts";
import { notesHoldLanes } from "./notes/lanes.ts";
import { noticeLanes } from "./notices/lanes.ts";
import { choiceLanes, offerLanes } from "./offers/lanes.ts";
import { personLanes } from "./people/lanes.ts";
import { personRecordId } from "./people/records.ts";
import { isAnsweringSide, isStaffPerson, personOf } from "./people/standing.ts";
import { questionLanes, ratingLanes, supportLanes } from "./questions/lanes.ts";
import { trailLanes } from "./questions/trails/lanes.ts";
import type { AnyRecord, RecordKind, RecordOf } from "./records.ts";
import { roundLanes } from "./rounds/lanes.ts";
import { floorLanes, pointLanes, speechLanes } from "./speaking/lanes.ts";
import type { SessionState } from "./state.ts";
import { timerLanes } from "./timers/lanes.ts";
import { unreachable } from "./unreachable.ts";
import { type Presentation, viewOf } from "./view.ts";

const SESSION_FIELDS = [
  "sessionId",
  "title",
  "startsAt",
  "place",
  "settings",
  "createdAt",
  "status",
  "sealedAt",
  "rehearsalOf",
  "openedAt",
] as const;
const TALLY_FIELDS = [
  "asked",
  "public",
  "answered",
  "waiting",
  "followUps",
  "byUnit",
  "byNature",
  "answerMinutes",
] as const;
const DOCUMENT_SETUP_FIELDS = [
  "documentName",
  "redHead",
  "grouping",
  "namesAskers",
  "disclosure",
  "sections",
  "hidden",
] as const;
const DOCUMENT_EDIT_FIELDS = ["documentName", "key", "source", "text", "editedBy", "editedAt"] as const;

type Lanes<K extends RecordKind> = (record: RecordOf<K>, state: SessionState) => Presentation;

/**
 * Who sees what of each kind of records: the only statement of visibility. Each names what it gives, and reads the record and
 * its parents, nothing else.
 */
export const LANES: { readonly [K in RecordKind]: Lanes<K> } = {
  session: (session) => [["everyone", viewOf(session, SESSION_FIELDS)]],
  room: (room) => [
    ["everyone", viewOf(room, ["roomId", "name", "roomKind", "order", "moderation", "status", "closing"])],
  ],
  person: personLanes,
  round: roundLanes,
  offer: offerLanes,
  choice: choiceLanes,
  question: questionLanes,
  support: supportLanes,
  answer: answerLanes,
  rating: ratingLanes,
  trail: trailLanes,
  followup: followupLanes,
  progress: progressLanes,
  ledger: (ledger) => [["staff", viewOf(ledger, ["lastNumber"])]],
  ledgerImport: (last) => [["staff", viewOf(last, ["importId", "importedBy", "importedAt"])]],
  topics: (topics) => [["everyone", viewOf(topics, ["names"])]],
  phrases: (phrases) => [["staff", viewOf(phrases, ["declineReasons"])]],
  stage: (stage) => [["everyone", viewOf(stage, ["recordId", "since", "page"])]],
  stageQueue: (queue) => [["staff", viewOf(queue, ["questionIds"])]],
  speech: speechLanes,
  point: pointLanes,
  floor: floorLanes,
  tally: (tally) => {
    const view = viewOf(tally, TALLY_FIELDS);
    return [
      ["staff", view],
      ["stage", view],
    ];
  },
  notesHold: notesHoldLanes,
  timer: timerLanes,
  agenda: agendaLanes,
  agendaItem: agendaItemLanes,
  help: helpLanes,
  notice: noticeLanes,
  export: exportLanes,
  documentSetup: (setup) => [["staff", viewOf(setup, DOCUMENT_SETUP_FIELDS)]],
  houseStyle: (style) => [["staff", viewOf(style, ["changes"])]],
  documentEdit: (edit) => [["staff", viewOf(edit, DOCUMENT_EDIT_FIELDS)]],
};

/** A record's audiences; none for a record of which nothing is said. */
export function lanes(record: AnyRecord, state: SessionState): Presentation {
  const present: Lanes<RecordKind> | undefined = LANES[record.kind] as Lanes<RecordKind>;
  return present?.(record, state) ?? [];
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
      return ["stage", "everyone"];
    case "system":
      return [];
    case "person": {
      const person = personOf(actor, state);
      if (person === undefined) return [];
      const own: Lane = `person:${person.personId}`;
      if (isStaffPerson(person)) return ["staff", own, "everyone"];
      const result: Lane[] = [own];
      if (person.roomId !== null && person.duties.includes("leader")) {
        result.push(`leaders:${person.roomId}`);
      }
      if (isAnsweringSide(person.side)) result.push(`unit:${person.unit}`);
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
