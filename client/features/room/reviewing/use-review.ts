import { useMemo } from "react";
import { trailRecordId } from "../../../../shared/domain/questions/trails/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { excerpt } from "../../../ui/text/excerpt.ts";
import { useRoomAct } from "../use-room-act.ts";

/** What a leader decides on a question that waits; each decision can be taken back. */
export function useReview() {
  const act = useRoomAct();
  const { store } = useSessionClient();
  const { done } = useAllMessages().console;
  return useMemo(() => {
    const undoOf = (questionId: string): Command | null => {
      const step = store.record("trail", trailRecordId(questionId))?.count;
      return step === undefined ? null : { type: "question.undo", questionId, step };
    };
    const decide = (said: string, questionId: string, command: Command) =>
      void act(command, { done: said, undo: () => undoOf(questionId) });
    return {
      approve: ({ questionId, text }: QuestionView) =>
        decide(done.approved(excerpt(text)), questionId, { type: "question.approve", questionId }),
      decline: ({ questionId, text }: QuestionView, reason: string) =>
        decide(done.declined(excerpt(text)), questionId, { type: "question.decline", questionId, reason }),
      hold: ({ questionId }: QuestionView, on: boolean) =>
        void act({ type: "question.hold", questionId, on }),
    };
  }, [act, store, done]);
}
