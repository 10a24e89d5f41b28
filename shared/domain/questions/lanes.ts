import type { Lane, RecordView } from "../../protocol/lanes.ts";
import { type Asker, askerIds, askersOf, isKnownAsker } from "../askers/askers.ts";
import { personRecordId } from "../people/records.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { unreachable } from "../unreachable.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { RatingRecord } from "./ratings/records.ts";
import {
  isOwned,
  isPublic,
  isShowable,
  type QuestionRecord,
  questionRecordId,
  type SupportRecord,
} from "./records.ts";
import { isUnderReview } from "./reviewing.ts";

/**
 * Staff see all of it but the browsers that follow unknown. Askers see the own wording and what became of it, never the
 * staff's remark. What waits in a room its leaders see as the room would. Units it is routed to and the room see the public part; a question on the stage is everyone's, and
 * those of a group that reports are the stage's. Nobody but
 * staff and the asker learns who asked anonymously: not by name, unit or id.
 */
export function questionLanes(question: QuestionRecord, state: SessionState): Presentation {
  const { merged } = question;
  const askers = askersOf(question);
  const open = askers.filter(({ anonymous }) => !anonymous);
  const shared = { ...forAllReaders(question), ...originsOf(merged) };
  const lanes: [Lane, RecordView][] = [["staff", staffView(question, state)]];
  for (const askerId of askerIds(askers)) {
    const known = askers.filter((one) => !one.anonymous || one.askerId === askerId);
    const own = merged === null ? { originalText: question.originalText } : {};
    lanes.push([`person:${askerId}`, { ...shared, ...own, ...creditOf(question, known, state), mine: true }]);
  }
  const audience = publicLanes(question);
  const credit = creditOf(question, open, state);
  const forAll: RecordView = { ...shared, ...credit };
  if (isUnderReview(question)) {
    const aside = question.status === "pending" ? { held: question.held } : {};
    lanes.push([`leaders:${question.roomId}`, { ...forAll, ...aside }]);
  }
  if (audience.length === 0) return lanes;
  if (isReported(question, state)) lanes.push(["stage", forAll]);
  const forUnits: RecordView = isOwned(question) ? { ...forAll, handOn: question.handOn } : forAll;
  const units = new Set(unitLanes(question));
  for (const lane of audience) lanes.push([lane, units.has(lane) ? forUnits : forAll]);
  return lanes;
}

/** Whether the stage shows what the group reports in whose room it was asked. */
function isReported(question: QuestionRecord, state: SessionState): boolean {
  return isShowable(question) && state.find("room", roomRecordId(question.roomId))?.onStage === true;
}

/** What every reader of a question sees of it, field by field. */
function forAllReaders(question: QuestionRecord) {
  return {
    id: question.id,
    kind: question.kind,
    rev: question.rev,
    questionId: question.questionId,
    roomId: question.roomId,
    text: question.text,
    nature: question.nature,
    addressedUnit: question.addressedUnit,
    anonymous: question.anonymous,
    askedAt: question.askedAt,
    support: question.support,
    onStage: question.onStage,
    topics: question.topics,
    disclosure: question.disclosure,
    liftedTo: question.liftedTo,
    settled: question.settled,
    unsettled: question.unsettled,
    status: question.status,
    leadUnit: question.leadUnit,
    supportUnits: question.supportUnits,
    ...ofItsState(question),
  };
}

function ofItsState(question: QuestionRecord) {
  switch (question.status) {
    case "pending":
      return {};
    case "declined": {
      const { declineReason, similarTo } = question;
      return { declineReason, ...(similarTo !== undefined && { similarTo }) };
    }
    case "public":
      return { publicAt: question.publicAt };
    case "routed":
      return { publicAt: question.publicAt, routedAt: question.routedAt };
    case "accepted": {
      const { publicAt, routedAt, acceptedAt, promisedBy } = question;
      return { publicAt, routedAt, acceptedAt, promisedBy };
    }
    case "answered":
      return { publicAt: question.publicAt, answeredAt: question.answeredAt };
    case "closed": {
      const { publicAt, answeredAt, outcome, closedAt } = question;
      return { publicAt, answeredAt, outcome, closedAt };
    }
    case "merged":
      return { intoId: question.intoId };
    default:
      return unreachable(question);
  }
}

/** Staff know everybody who is on the roster; who is never recorded has no name and no id to follow. */
function staffView(question: QuestionRecord, state: SessionState): RecordView {
  const askers = askersOf(question).filter(({ askerId }) => isKnownAsker(askerId, state));
  const { remark, originalText } = question;
  return {
    ...forAllReaders(question),
    remark,
    originalText,
    ...(question.status === "pending" && { held: question.held }),
    ...(isOwned(question) && { handOn: question.handOn }),
    askerId: isKnownAsker(question.askerId, state) ? question.askerId : "",
    ...originsOf(question.merged),
    ...creditOf(question, askers, state),
  };
}

/** The questions it was made of; those who supported one of them support it, and know it by these ids. */
function originsOf(merged: QuestionRecord["merged"]) {
  if (merged === null) return { mergedFrom: null };
  return { mergedFrom: merged.from, ...(merged.earlier !== undefined && { mergedEarlier: merged.earlier }) };
}

/** Who asked, as far as the reader may know: one with name, or all of a joined one with how many there are. */
function creditOf(question: QuestionRecord, known: readonly Asker[], state: SessionState) {
  const [only] = known;
  const views = [...new Map(known.map((asker) => [asker.askerId, askerView(asker, state)])).values()];
  if (question.merged !== null) return { askers: views, askerCount: question.merged.askers.length };
  return only === undefined ? {} : { asker: askerView(only, state) };
}

/** `anonymous` only where true: the reader is staff or that asker, and others do not know. */
function askerView({ askerId, anonymous }: Asker, state: SessionState) {
  const person = state.find("person", personRecordId(askerId));
  return {
    personId: askerId,
    name: person?.name ?? "",
    unit: person?.unit ?? "",
    post: person?.post ?? null,
    ...(anonymous && { anonymous }),
  };
}

/** Beside staff and askers: the units it is routed to, its rooms, and everyone while it is on the stage. */
export function publicLanes(question: QuestionRecord): Lane[] {
  if (!isPublic(question)) return [];
  const lanes: Lane[] = unitLanes(question);
  if (question.disclosure === "staff") return lanes;
  lanes.push(`room:${question.roomId}`);
  if (question.liftedTo !== null) lanes.push(`room:${question.liftedTo}`);
  if (question.onStage) lanes.push("everyone");
  return lanes;
}

function unitLanes({ leadUnit, supportUnits }: QuestionRecord): Lane[] {
  const units = new Set(leadUnit === null ? [] : [leadUnit, ...supportUnits]);
  return [...units].map((unit): Lane => `unit:${unit}`);
}

export function supportLanes(support: SupportRecord): Presentation {
  return [[`person:${support.personId}`, viewOf(support, ["questionId", "personId"])]];
}

/** What an asker thinks of the answer: for staff, the units that answered, and the asker. */
export function ratingLanes(rating: RatingRecord, state: SessionState): Presentation {
  const question = state.find("question", questionRecordId(rating.questionId));
  const { askerId } = rating;
  const view = viewOf(rating, ["questionId", "verdict", "note", "ratedAt"]);
  const lanes: [Lane, RecordView][] = [
    ["staff", { ...view, askerId: isKnownAsker(askerId, state) ? askerId : "" }],
    [`person:${askerId}`, { ...view, askerId }],
  ];
  if (question !== undefined && isPublic(question)) {
    for (const lane of unitLanes(question)) lanes.push([lane, view]);
  }
  return lanes;
}
