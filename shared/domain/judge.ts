import type { Command } from "../protocol/commands/command.ts";
import type { Actor } from "./actor.ts";
import { editAnswer, holdAnswer, postAnswer } from "./answers/judge.ts";
import { unreachable } from "./parents.ts";
import type { Patch } from "./patches.ts";
import { arrive, importRoster, movePerson, removePerson } from "./people/judge.ts";
import {
  approveQuestion,
  askQuestion,
  closeQuestion,
  declineQuestion,
  editQuestion,
  remarkQuestion,
  restoreQuestion,
  routeQuestion,
  supportQuestion,
} from "./questions/judge.ts";
import { type Result, refuse } from "./result.ts";
import { can } from "./rights.ts";
import { createRoom, renameRoom, setRoomStatus } from "./rooms/judge.ts";
import { createSession, sealSession, updateSession } from "./session/judge.ts";
import { showOnStage } from "./stage/judge.ts";
import type { SessionState } from "./state.ts";
import { withTally } from "./tally/judge.ts";

export interface Circumstances {
  readonly actor: Actor;
  /** Milliseconds since 1970 UTC, from the host's clock. */
  readonly now: number;
}

/**
 * What `command` changes, or why it is refused. Pure: never throws for a refused command, and an empty list of
 * patches is a success that changes nothing.
 */
export function judge(command: Command, state: SessionState, circumstances: Circumstances): Result<Patch[]> {
  if (!can(circumstances.actor, command, state)) return refuse("forbidden");
  if (state.session()?.status === "sealed") return refuse("session_sealed");
  const verdict = decide(command, state, circumstances);
  return verdict.ok ? { ok: true, value: withTally(state, verdict.value) } : verdict;
}

function decide(command: Command, state: SessionState, { actor, now }: Circumstances): Result<Patch[]> {
  switch (command.type) {
    case "session.create":
      return createSession(command, state, now);
    case "session.update":
      return updateSession(command, state);
    case "session.seal":
      return sealSession(state, now);
    case "room.create":
      return createRoom(command, state);
    case "room.rename":
      return renameRoom(command, state);
    case "room.open":
      return setRoomStatus(command.roomId, "open", state);
    case "room.close":
      return setRoomStatus(command.roomId, "closed", state);
    case "roster.import":
      return importRoster(command, state);
    case "person.arrive":
      return arrive(command, state, now);
    case "person.move":
      return movePerson(command, state);
    case "person.remove":
      return removePerson(command, state);
    case "question.ask":
      return askQuestion(command, state, actor, now);
    case "question.approve":
      return approveQuestion(command, state, now);
    case "question.decline":
      return declineQuestion(command, state, now);
    case "question.restore":
      return restoreQuestion(command, state, now);
    case "question.edit":
      return editQuestion(command, state);
    case "question.remark":
      return remarkQuestion(command, state);
    case "question.support":
      return supportQuestion(command, state, actor);
    case "question.route":
      return routeQuestion(command, state);
    case "question.close":
      return closeQuestion(command, state, now);
    case "answer.post":
      return postAnswer(command, state, actor, now);
    case "answer.edit":
      return editAnswer(command, state, now);
    case "answer.hold":
      return holdAnswer(command, state);
    case "stage.show":
      return showOnStage(command.recordId, state, now);
    default:
      return unreachable(command);
  }
}
