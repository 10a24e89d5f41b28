import type { Command } from "../protocol/commands/command.ts";
import { type Actor, actorId, NOBODY } from "./actor.ts";
import { askersOf, isFollowed } from "./askers/askers.ts";
import { followupRecordId } from "./followups/records.ts";
import { questionRecordId } from "./questions/records.ts";
import type { SessionState } from "./state.ts";

/** The actor's name in journal and records: nobody's, for what an asker does who was never recorded. */
export function recordedActorId(actor: Actor, command: Command, state: SessionState): string {
  return isUnrecorded(command, state) ? NOBODY : actorId(actor);
}

/** What a browser follows was asked unrecorded, and stays so when the session's setting changes afterwards. */
function isUnrecorded(command: Command, state: SessionState): boolean {
  switch (command.type) {
    case "question.ask":
      // With a `followId` also a repeat that comes after the change, so that it gets the first answer.
      return command.followId !== undefined || state.session()?.settings.anonymity === "never";
    case "question.rate": {
      const question = state.find("question", questionRecordId(command.questionId));
      return question !== undefined && isFollowed(askersOf(question), command.followId, state);
    }
    case "followup.clear":
    case "followup.reopen": {
      const row = state.find("followup", followupRecordId(command.followupId));
      return row !== undefined && isFollowed(row.askers, command.followId, state);
    }
    default:
      return false;
  }
}
