import { questionRecordId } from "../../../../shared/domain/questions/records.ts";
import type { AskerView, QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { isRefused } from "../../../sync/outbox.ts";
import type { Unsent } from "../../outbox/use-unsent.ts";
import type { QuestionState } from "../../questions/question-state.ts";

/** A question that is only in the outbox so far, as it would look. */
export interface UnsentAsk {
  readonly question: QuestionView;
  readonly state: Extract<QuestionState, "unsent" | "refused">;
  readonly entry: Unsent<CommandOf<"question.ask">>;
}

/** The asks of the outbox for `roomId`, in order, without those whose record has come already. */
export function unsentAsks(
  asks: readonly Unsent<CommandOf<"question.ask">>[],
  roomId: string,
  known: (recordId: string) => boolean,
  { now, asker }: { now: number; asker: AskerView | undefined },
): readonly UnsentAsk[] {
  return asks.flatMap((entry) => {
    const { command } = entry;
    if (command.roomId !== roomId) return [];
    const id = questionRecordId(command.questionId);
    if (known(id)) return [];
    const question: QuestionView = {
      id,
      kind: "question",
      rev: 0,
      questionId: command.questionId,
      roomId,
      text: command.text,
      nature: command.nature ?? null,
      addressedUnit: command.unit ?? null,
      anonymous: command.anonymous ?? false,
      askedAt: now,
      support: 0,
      onStage: false,
      topics: [],
      disclosure: "open",
      liftedTo: null,
      settled: 0,
      unsettled: 0,
      mergedFrom: null,
      leadUnit: null,
      supportUnits: [],
      status: "pending",
      mine: true,
      ...(asker !== undefined && { asker }),
    };
    return [{ question, state: isRefused(entry) ? "refused" : "unsent", entry }];
  });
}
