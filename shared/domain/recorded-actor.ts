import { type Command, type CommandOf, specOf } from "../protocol/commands/command.ts";
import type { RecordedName } from "../protocol/commands/spec.ts";
import { type Actor, actorId, NOBODY } from "./actor.ts";
import { askersOf, isFollowed } from "./askers/askers.ts";
import { followupRecordId } from "./followups/records.ts";
import { questionRecordId } from "./questions/records.ts";
import type { SessionState } from "./state.ts";

/** Whether nobody is recorded as the one who gave the command. */
const UNRECORDED: { readonly [N in RecordedName]: (command: Command, state: SessionState) => boolean } = {
  actor: () => false,
  // What a browser follows was asked unrecorded, and stays so when the session's setting changes afterwards; so does a
  // repeat that comes after the change, so that it gets the first answer.
  asker: (command, state) =>
    (command as CommandOf<"question.ask">).followId !== undefined ||
    state.session()?.settings.anonymity === "never",
  followerOfQuestion: (command, state) => {
    const { questionId, followId } = command as CommandOf<"question.rate">;
    const question = state.find("question", questionRecordId(questionId));
    return question !== undefined && isFollowed(askersOf(question), followId, state);
  },
  followerOfFollowup: (command, state) => {
    const { followupId, followId } = command as CommandOf<"followup.clear" | "followup.reopen">;
    const row = state.find("followup", followupRecordId(followupId));
    return row !== undefined && isFollowed(row.askers, followId, state);
  },
};

/** The actor's name in journal and records: nobody's, for what an asker does who was never recorded. */
export function recordedActorId(actor: Actor, command: Command, state: SessionState): string {
  return UNRECORDED[specOf(command).recorded](command, state) ? NOBODY : actorId(actor);
}
