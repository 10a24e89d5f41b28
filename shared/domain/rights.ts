import type { Access, AccessType, Action, Asked } from "../protocol/actions.ts";
import type { CommandType } from "../protocol/commands/command.ts";
import type { Actor } from "./actor.ts";
import { answerRecordId } from "./answers/records.ts";
import { type Asker, askersOf, isFollowed } from "./askers/askers.ts";
import { mayExport, mayTake, takesLedger } from "./exports/exporting.ts";
import { followupRecordId } from "./followups/records.ts";
import { withdrawsLedger, worksOn, worksOnLedger } from "./followups/working.ts";
import { helpRecordId } from "./help/records.ts";
import { notesHoldRecordId } from "./notes/records.ts";
import { leadsRoom, mayOpenAsLeader } from "./people/leading.ts";
import { personRecordId } from "./people/records.ts";
import {
  isAnsweringSide,
  isInRoom,
  isModerator,
  isOfOne,
  isStaff,
  isStaffPerson,
  personOf,
  speaksFor,
} from "./people/standing.ts";
import { type QuestionRecord, questionRecordId } from "./questions/records.ts";
import { capturesAsLeader, reviewsAsLeader, undoesAsLeader } from "./questions/reviewing.ts";
import { roomRecordId } from "./rooms/records.ts";
import { isSeatable } from "./rounds/seatable.ts";
import { speechRecordId } from "./speaking/records.ts";
import { isOwnSpeech, runsPoint, runsQueue, runsSpeech } from "./speaking/running.ts";
import { STAGE_RECORD_ID } from "./stage/records.ts";
import type { SessionState } from "./state.ts";

type Rule<A> = (actor: Actor, action: A, state: SessionState) => boolean;
type Rules = { readonly [T in CommandType]: Rule<Asked<T>> } & {
  readonly [T in AccessType]: Rule<Extract<Access, { type: T }>>;
};

const organiser = (actor: Actor) => actor.kind === "organiser";
const moderator = (actor: Actor, _action: unknown, state: SessionState) => isModerator(actor, state);
const staff = (actor: Actor, _action: unknown, state: SessionState) => isStaff(actor, state);
const system = (actor: Actor) => actor.kind === "system";
/** Moderators in every room, a leader in the own group's. */
const reviews = (actor: Actor, { questionId }: { readonly questionId: string }, state: SessionState) =>
  isModerator(actor, state) || reviewsAsLeader(actor, questionId, state);
const runsRoom = (actor: Actor, { roomId }: { readonly roomId: string }, state: SessionState) =>
  isModerator(actor, state) || leadsRoom(actor, roomId, state);

/** Asking and supporting are for the counties, in the rooms they are in. */
function asksIn(actor: Actor, roomId: string, state: SessionState): boolean {
  const person = personOf(actor, state);
  return person?.side === "county" && isInRoom(person, roomId, state);
}

/** The lead unit's own: to accept, hand on, promise. */
function leads(actor: Actor, questionId: string, state: SessionState): boolean {
  const person = personOf(actor, state);
  const question = state.find("question", questionRecordId(questionId));
  return question !== undefined && speaksFor(person, question.leadUnit);
}

/** Moderators time everywhere, a group's leader the own group. */
function times(actor: Actor, { roomId }: { readonly roomId: string | null }, state: SessionState): boolean {
  if (isModerator(actor, state)) return true;
  if (roomId === null || !leadsRoom(actor, roomId, state)) return false;
  return state.find("room", roomRecordId(roomId))?.roomKind === "breakout";
}

function readsVersions(actor: Actor, roomId: string, state: SessionState): boolean {
  return isStaff(actor, state) || leadsRoom(actor, roomId, state);
}

function writesNotes(actor: Actor, roomId: string, state: SessionState): boolean {
  if (state.session()?.status !== "open") return false;
  if (isStaff(actor, state)) return true;
  const person = personOf(actor, state);
  if (person === undefined || person.side === "observer") return false;
  const room = state.find("room", roomRecordId(roomId));
  if (room?.status !== "open" || !isInRoom(person, roomId, state)) return false;
  return state.get(notesHoldRecordId(roomId, person.personId)) === undefined;
}

/** As who is known, or by what the browser follows. */
function asked(
  actor: Actor,
  askers: readonly Asker[],
  followId: string | undefined,
  state: SessionState,
): boolean {
  if (actor.kind !== "person") return false;
  return askers.some(({ askerId }) => askerId === actor.personId) || isFollowed(askers, followId, state);
}

function answersFor(
  actor: Actor,
  unit: string | undefined,
  question: QuestionRecord,
  state: SessionState,
): boolean {
  const person = personOf(actor, state);
  if (person === undefined || (unit !== undefined && unit !== person.unit)) return false;
  return isOfOne(person, question);
}

export const RULES: Rules = {
  "session.create": (actor) => actor.kind === "organiser" || actor.kind === "system",
  "session.update": organiser,
  "session.seal": organiser,
  "room.create": organiser,
  "room.rename": organiser,
  "room.open": (actor, { roomId }, state) =>
    isModerator(actor, state) || mayOpenAsLeader(actor, roomId, state),
  "room.close": runsRoom,
  "room.moderate": runsRoom,
  "rooms.open": moderator,
  "rooms.close": moderator,
  "rooms.recall": moderator,
  "rooms.closeDue": system,
  "roster.import": organiser,
  "person.update": organiser,
  "person.arrive": system,
  "person.move": moderator,
  "person.excuse": staff,
  "person.leave": staff,
  "person.remove": organiser,
  "person.restore": organiser,
  "round.plan": moderator,
  "round.seat": moderator,
  "round.appoint": moderator,
  "round.describe": moderator,
  "round.offer": moderator,
  // Whoever a round seats of itself.
  "round.choose": (actor, _command, state) => {
    const person = personOf(actor, state);
    return person !== undefined && isSeatable(person);
  },
  "round.rename": moderator,
  "round.remove": moderator,
  "round.restore": moderator,
  "round.start": moderator,
  "round.recall": moderator,
  "question.ask": (actor, command, state) => {
    if (isStaff(actor, state)) return true;
    if (command.askerId !== undefined || command.spoken === true) return false;
    return asksIn(actor, command.roomId, state);
  },
  "question.import": staff,
  "question.withdraw": staff,
  "question.approve": reviews,
  "question.decline": reviews,
  "question.hold": reviews,
  "question.sweep": moderator,
  "question.restore": reviews,
  "question.undo": (actor, { questionId }, state) =>
    isModerator(actor, state) || undoesAsLeader(actor, questionId, state),
  "question.edit": staff,
  "question.remark": staff,
  "question.label": staff,
  "question.disclose": moderator,
  "question.support": (actor, command, state) => {
    const question = state.find("question", questionRecordId(command.questionId));
    if (question === undefined) return false;
    return [question.roomId, question.liftedTo].some(
      (roomId) => roomId !== null && asksIn(actor, roomId, state),
    );
  },
  "question.route": moderator,
  "question.accept": (actor, command, state) => leads(actor, command.questionId, state),
  "question.handOn": (actor, command, state) => leads(actor, command.questionId, state),
  "question.keep": (actor, command, state) =>
    isModerator(actor, state) || leads(actor, command.questionId, state),
  "question.promise": (actor, command, state) => leads(actor, command.questionId, state),
  "question.rate": (actor, command, state) => {
    const question = state.find("question", questionRecordId(command.questionId));
    return question !== undefined && asked(actor, askersOf(question), command.followId, state);
  },
  "question.merge": moderator,
  "question.lift": moderator,
  "question.close": moderator,
  "answer.post": (actor, command, state) => {
    if (isStaff(actor, state)) return true;
    const question = state.find("question", questionRecordId(command.questionId));
    if (question === undefined) return false;
    if (answersFor(actor, command.unit, question, state)) return true;
    return command.manner === "oral" && capturesAsLeader(actor, command.questionId, state);
  },
  "answer.edit": (actor, command, state) => {
    if (isStaff(actor, state)) return true;
    const answer = state.find("answer", answerRecordId(command.answerId));
    return answer !== undefined && speaksFor(personOf(actor, state), answer.unit);
  },
  "answer.hold": moderator,
  "stage.show": moderator,
  "report.show": moderator,
  "stage.queue": moderator,
  // The machine at the projector has keys, and somebody who sits at it.
  "stage.turn": (actor, _command, state) => actor.kind === "stage" || isStaff(actor, state),
  // Staff write everywhere, so among themselves there is nothing to take away.
  "notes.hold": (actor, command, state) => {
    const person = state.find("person", personRecordId(command.personId));
    return isStaff(actor, state) && (person === undefined || !isStaffPerson(person));
  },
  "timer.start": times,
  "timer.pause": times,
  "timer.resume": times,
  "timer.extend": times,
  "timer.stop": times,
  "timer.restore": times,
  "agenda.add": moderator,
  "agenda.update": moderator,
  "agenda.order": moderator,
  "agenda.remove": moderator,
  "agenda.restore": moderator,
  "agenda.advance": moderator,
  "agenda.back": moderator,
  "help.call": (actor, command, state) => {
    const person = personOf(actor, state);
    return person !== undefined && person.side !== "observer" && isInRoom(person, command.roomId, state);
  },
  "help.answer": (actor, command, state) => {
    if (isModerator(actor, state)) return true;
    const person = personOf(actor, state);
    const help = state.find("help", helpRecordId(command.roomId));
    return person !== undefined && help?.personId === person.personId;
  },
  "help.restore": moderator,
  "notice.send": moderator,
  "notice.withdraw": moderator,
  "document.arrange": staff,
  "document.edit": staff,
  "document.restore": staff,
  "document.style": organiser,
  "speech.request": (actor, command, state) => {
    const person = personOf(actor, state);
    return person !== undefined && isAnsweringSide(person.side) && isInRoom(person, command.roomId, state);
  },
  "speech.withdraw": (actor, command, state) => {
    const speech = state.find("speech", speechRecordId(command.speechId));
    return isOwnSpeech(actor, speech, state) || runsSpeech(actor, command, state);
  },
  // Who withdrew may think again; whoever was heard asks anew.
  "speech.requeue": (actor, command, state) => {
    const speech = state.find("speech", speechRecordId(command.speechId));
    const isOwn = isOwnSpeech(actor, speech, state) && speech?.status === "withdrawn";
    return isOwn || runsSpeech(actor, command, state);
  },
  "speech.add": runsQueue,
  "speech.fill": runsQueue,
  "speech.order": runsQueue,
  "speech.budget": runsQueue,
  "speech.start": runsSpeech,
  "speech.pause": runsSpeech,
  "speech.resume": runsSpeech,
  "speech.extend": runsSpeech,
  "speech.end": runsSpeech,
  "speech.note": runsSpeech,
  "point.add": runsSpeech,
  "point.edit": runsPoint,
  "point.remove": runsPoint,
  "point.want": (actor, _command, state) => {
    const person = personOf(actor, state);
    return person !== undefined && isAnsweringSide(person.side);
  },
  "topics.set": staff,
  "phrases.set": staff,
  "followup.update": staff,
  "followup.progress": (actor, command, state) => worksOn(actor, command.followupId, state),
  "followup.finish": (actor, command, state) => {
    if (isStaff(actor, state)) return true;
    const row = state.find("followup", followupRecordId(command.followupId));
    return row !== undefined && speaksFor(personOf(actor, state), row.leadUnit);
  },
  "followup.clear": (actor, command, state) => {
    if (isStaff(actor, state)) return true;
    const row = state.find("followup", followupRecordId(command.followupId));
    return row !== undefined && asked(actor, row.askers, command.followId, state);
  },
  "followup.reopen": (actor, command, state) => {
    if (isStaff(actor, state)) return true;
    const row = state.find("followup", followupRecordId(command.followupId));
    return row !== undefined && asked(actor, row.askers, command.followId, state);
  },
  // Each of its steps is asked for by itself.
  "ledger.import": (actor, _command, state) => worksOnLedger(actor, state),
  "ledger.withdraw": (actor, _command, state) => withdrawsLedger(actor, state),
  // Whoever may take the file.
  "export.record": (actor, command, state) => mayTake(actor, command, state),
  "session.join": (actor, _action, state) =>
    actor.kind === "stage" || actor.kind === "organiser" || personOf(actor, state) !== undefined,
  "notes.read": (actor, action, state) => {
    // What a group reports is before the hall, and so are its notes as long as it does.
    if (actor.kind === "stage") {
      return state.find("stage", STAGE_RECORD_ID)?.recordId === roomRecordId(action.roomId);
    }
    if (isStaff(actor, state)) return true;
    const person = personOf(actor, state);
    return person !== undefined && isInRoom(person, action.roomId, state);
  },
  "notes.write": (actor, action, state) => writesNotes(actor, action.roomId, state),
  "notes.versions": (actor, action, state) => readsVersions(actor, action.roomId, state),
  "notes.restore": (actor, action, state) =>
    readsVersions(actor, action.roomId, state) && writesNotes(actor, action.roomId, state),
  "documents.read": staff,
  "documents.export": (actor, _action, state) => mayExport(actor, state),
  // It has the roster and the journal in it.
  "archive.read": organiser,
  "ledger.read": (actor, _action, state) => takesLedger(actor, state),
  "roster.read": organiser,
  "seats.admit": staff,
  "stage.open": staff,
  "wall.read": staff,
  "session.rehearse": moderator,
};

/** All that is done in a session that was opened from its archive, and by the organiser alone: nobody of it is here. */
const READ_OF_OPENED: ReadonlySet<Action["type"]> = new Set<Access["type"]>([
  "session.join",
  "notes.read",
  "notes.versions",
  "documents.read",
  "documents.export",
  "archive.read",
  "ledger.read",
]);

/**
 * Whether `actor` may do `action`: the only statement of rights. The server enforces it, the client hides what it
 * denies. Whether the action makes sense now is the judge's question, except for `notes.write`, which has no judge.
 */
export function can(actor: Actor, action: Action, state: SessionState): boolean {
  const session = state.session();
  if (session === undefined && action.type !== "session.create") return false;
  if (session?.openedAt !== undefined && !(organiser(actor) && READ_OF_OPENED.has(action.type))) return false;
  const rule = RULES[action.type] as Rule<Action>;
  return rule(actor, action, state);
}
