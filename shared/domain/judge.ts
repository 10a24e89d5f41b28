import { type Command, SEALED_COMMANDS } from "../protocol/commands/command.ts";
import type { Acting } from "./acting.ts";
import type { Actor } from "./actor.ts";
import { editAnswer, holdAnswer, postAnswer } from "./answers/judge.ts";
import { withDerived } from "./derived.ts";
import {
  clearFollowup,
  finishFollowup,
  reopenFollowup,
  reportProgress,
  updateFollowup,
} from "./followups/judge.ts";
import { holdNotes } from "./notes/judge.ts";
import { unreachable } from "./parents.ts";
import type { Patch } from "./patches.ts";
import { arrive, excusePerson, movePerson, removePerson, restorePerson } from "./people/judge.ts";
import { personOf } from "./people/standing.ts";
import {
  askQuestion,
  discloseQuestion,
  editQuestion,
  labelQuestion,
  remarkQuestion,
} from "./questions/asking.ts";
import { mergeQuestions } from "./questions/merging.ts";
import {
  approveQuestion,
  closeQuestion,
  declineQuestion,
  holdQuestion,
  liftQuestion,
  restoreQuestion,
} from "./questions/moderation.ts";
import {
  acceptQuestion,
  handOnQuestion,
  keepQuestion,
  promiseQuestion,
  routeQuestion,
} from "./questions/owning.ts";
import { rateQuestion } from "./questions/ratings/rating.ts";
import { questionRecordId } from "./questions/records.ts";
import { supportQuestion } from "./questions/supporting.ts";
import { sweepQuestions } from "./questions/sweeping.ts";
import { undoStep } from "./questions/undoing.ts";
import { recordedActorId } from "./recorded-actor.ts";
import { type Result, refuse } from "./result.ts";
import { can } from "./rights.ts";
import { createRoom, moderateRoom, renameRoom, setRoomStatus } from "./rooms/judge.ts";
import { updatePerson } from "./roster/correcting.ts";
import { importRoster } from "./roster/importing.ts";
import { createSession, sealSession, updateSession } from "./session/judge.ts";
import { showOnStage, turnStage } from "./stage/judge.ts";
import { queueForStage } from "./stage/queue.ts";
import type { SessionState } from "./state.ts";
import { setPhrases, setTopics } from "./wordings/judge.ts";

export interface Circumstances {
  readonly actor: Actor;
  /** Milliseconds since 1970 UTC, from the host's clock. */
  readonly now: number;
}

/**
 * What `command` changes, or why it is refused. Pure: never throws for a refused command, and an empty list of
 * patches is a success that changes nothing.
 */
export function judge(command: Command, state: SessionState, { actor, now }: Circumstances): Result<Patch[]> {
  if (!can(actor, command, state)) return denial(command, state, actor);
  if (state.session()?.status === "sealed" && !SEALED_COMMANDS.has(command.type))
    return refuse("session_sealed");
  const acting: Acting = { state, actor, by: recordedActorId(actor, command, state), now };
  const verdict = decide(command, acting);
  return verdict.ok ? { ok: true, value: withDerived(acting, verdict.value) } : verdict;
}

/** Whose question it is may have changed a moment ago; a unit that is too late is told which one has it now. */
function denial(command: Command, state: SessionState, actor: Actor): Result<never> {
  switch (command.type) {
    case "question.accept":
    case "question.handOn":
    case "question.keep":
    case "question.promise": {
      const leadUnit = state.find("question", questionRecordId(command.questionId))?.leadUnit;
      if (leadUnit == null || personOf(actor, state)?.side !== "municipal") return refuse("forbidden");
      return refuse("not_lead_unit", { unit: leadUnit });
    }
    default:
      return refuse("forbidden");
  }
}

function decide(command: Command, acting: Acting): Result<Patch[]> {
  const { state, now } = acting;
  switch (command.type) {
    case "session.create":
      return createSession(command, state, now);
    case "session.update":
      return updateSession(command, state);
    case "session.seal":
      return sealSession(acting);
    case "room.create":
      return createRoom(command, state);
    case "room.rename":
      return renameRoom(command, state);
    case "room.open":
      return setRoomStatus(command.roomId, "open", state);
    case "room.close":
      return setRoomStatus(command.roomId, "closed", state);
    case "room.moderate":
      return moderateRoom(command, state);
    case "roster.import":
      return importRoster(command, state);
    case "person.update":
      return updatePerson(command, state);
    case "person.arrive":
      return arrive(command, state, now);
    case "person.move":
      return movePerson(command, state);
    case "person.excuse":
      return excusePerson(command, state);
    case "person.remove":
      return removePerson(command, state);
    case "person.restore":
      return restorePerson(command, state);
    case "question.ask":
      return askQuestion(command, acting);
    case "question.approve":
      return approveQuestion(command, acting);
    case "question.hold":
      return holdQuestion(command, acting);
    case "question.decline":
      return declineQuestion(command, acting);
    case "question.sweep":
      return sweepQuestions(command, acting);
    case "question.restore":
      return restoreQuestion(command, acting);
    case "question.undo":
      return undoStep(command, acting);
    case "question.edit":
      return editQuestion(command, acting);
    case "question.remark":
      return remarkQuestion(command, acting);
    case "question.label":
      return labelQuestion(command, acting);
    case "question.disclose":
      return discloseQuestion(command, acting);
    case "question.support":
      return supportQuestion(command, acting);
    case "question.route":
      return routeQuestion(command, acting);
    case "question.accept":
      return acceptQuestion(command, acting);
    case "question.handOn":
      return handOnQuestion(command, acting);
    case "question.keep":
      return keepQuestion(command, acting);
    case "question.promise":
      return promiseQuestion(command, acting);
    case "question.rate":
      return rateQuestion(command, acting);
    case "question.merge":
      return mergeQuestions(command, acting);
    case "question.lift":
      return liftQuestion(command, acting);
    case "question.close":
      return closeQuestion(command, acting);
    case "answer.post":
      return postAnswer(command, acting);
    case "answer.edit":
      return editAnswer(command, acting);
    case "answer.hold":
      return holdAnswer(command, acting);
    case "notes.hold":
      return holdNotes(command, acting);
    case "stage.show":
      return showOnStage(command, acting);
    case "stage.turn":
      return turnStage(command, acting);
    case "stage.queue":
      return queueForStage(command, acting);
    case "topics.set":
      return setTopics(command, state);
    case "phrases.set":
      return setPhrases(command, state);
    case "followup.update":
      return updateFollowup(command, acting);
    case "followup.progress":
      return reportProgress(command, acting);
    case "followup.finish":
      return finishFollowup(command, acting);
    case "followup.clear":
      return clearFollowup(command, acting);
    case "followup.reopen":
      return reopenFollowup(command, acting);
    default:
      return unreachable(command);
  }
}
