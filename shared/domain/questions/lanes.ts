import type { Lane, RecordView } from "../../protocol/lanes.ts";
import { personRecordId } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import type { Presentation } from "../view.ts";
import { isPublic, type QuestionRecord, type SupportRecord } from "./records.ts";

/**
 * Staff see all of it. The asker sees the own wording and what became of it, never the staff's remark. Units it is
 * routed to and the room see the public part; a question on the stage is everyone's. Nobody but staff and the asker
 * learns who asked anonymously: not by name, unit or id.
 */
export function questionLanes(question: QuestionRecord, state: SessionState): Presentation {
  const asker = askerView(question, state);
  const { askerId: _askerId, remark: _remark, originalText: _originalText, ...shared } = question;
  const publicView: RecordView = question.anonymous ? shared : { ...shared, asker };
  const lanes: [Lane, RecordView][] = [
    ["staff", { ...question, asker }],
    [`person:${question.askerId}`, { ...shared, originalText: question.originalText, asker, mine: true }],
  ];
  for (const lane of publicLanes(question)) lanes.push([lane, publicView]);
  return lanes;
}

/** Beside staff and asker: the units it is routed to, its room, and everyone while it is on the stage. */
export function publicLanes(question: QuestionRecord): Lane[] {
  if (!isPublic(question)) return [];
  const units = new Set(question.leadUnit === null ? [] : [question.leadUnit, ...question.supportUnits]);
  const lanes: Lane[] = [...units].map((unit): Lane => `unit:${unit}`);
  lanes.push(`room:${question.roomId}`);
  if (question.onStage) lanes.push("everyone");
  return lanes;
}

export function supportLanes(support: SupportRecord): Presentation {
  return [[`person:${support.personId}`, support]];
}

function askerView(question: QuestionRecord, state: SessionState) {
  const person = state.find("person", personRecordId(question.askerId));
  return {
    personId: question.askerId,
    name: person?.name ?? "",
    unit: person?.unit ?? "",
    post: person?.post ?? null,
  };
}
