import { useMemo } from "react";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useSend } from "../../session/hooks.ts";
import { newId } from "../../session/new-id.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { showProblem, useUndoNotice } from "../../ui/undo.tsx";

/** What staff do with questions. Each act tells when it was refused, and offers undo where undoing exists. */
export interface Moderation {
  approve(question: QuestionView): void;
  decline(question: QuestionView, reason: string): void;
  /** Takes the last decision back. */
  restore(question: QuestionView): void;
  edit(question: QuestionView, text: string): void;
  remark(question: QuestionView, text: string | null): void;
  /** A pending question is approved first. */
  route(question: QuestionView, leadUnit: string, supportUnits: string[]): void;
  /** A pending question is approved first. */
  show(question: QuestionView): void;
  clearStage(): void;
  close(question: QuestionView, outcome: "resolved" | "follow-up"): void;
  answer(question: QuestionView, unit: string, manner: "written" | "oral", text: string): void;
  editAnswer(answerId: string, text: string): void;
  holdAnswer(answerId: string, on: boolean): void;
  setRoomOpen(room: { readonly roomId: string; readonly name: string }, open: boolean): void;
  setModeration(moderation: "before" | "after"): void;
}

export function useModeration(): Moderation {
  const send = useSend();
  const { console: words, errors } = useMessages();
  const undoNotice = useUndoNotice();
  return useMemo(() => {
    /** Sends; true once it is on disk, and says so when it was refused. */
    const act = async (command: Command, keepRefused = false): Promise<boolean> => {
      const reply = await send(command, { keepRefused });
      if (!reply.ok) showProblem(errors[reply.error.code]);
      return reply.ok;
    };
    const undoable = async (done: string, command: Command, undo: Command) => {
      if (await act(command)) undoNotice(done, () => void act(undo));
    };
    const approveFirst = async ({ status, questionId }: QuestionView): Promise<boolean> =>
      status !== "pending" || act({ type: "question.approve", questionId });
    return {
      approve: ({ questionId }) =>
        void undoable(
          words.done.approved,
          { type: "question.approve", questionId },
          { type: "question.restore", questionId },
        ),
      decline: ({ questionId }, reason) =>
        void undoable(
          words.done.declined,
          { type: "question.decline", questionId, reason },
          { type: "question.restore", questionId },
        ),
      restore: ({ questionId }) => void act({ type: "question.restore", questionId }),
      edit: ({ questionId }, text) => void act({ type: "question.edit", questionId, text }, true),
      remark: ({ questionId }, text) => void act({ type: "question.remark", questionId, text }, true),
      route: async (question, leadUnit, supportUnits) => {
        const { questionId } = question;
        if (await approveFirst(question)) {
          await act({ type: "question.route", questionId, leadUnit, supportUnits });
        }
      },
      show: async (question) => {
        if (await approveFirst(question)) await act({ type: "stage.show", recordId: question.id });
      },
      clearStage: () => void act({ type: "stage.show", recordId: null }),
      close: ({ questionId }, outcome) =>
        void undoable(
          outcome === "resolved" ? words.done.resolved : words.done.followUp,
          { type: "question.close", questionId, outcome },
          { type: "question.restore", questionId },
        ),
      answer: ({ questionId }, unit, manner, text) =>
        void act({ type: "answer.post", answerId: newId(), questionId, text, manner, unit }, true),
      editAnswer: (answerId, text) => void act({ type: "answer.edit", answerId, text }, true),
      holdAnswer: (answerId, on) => void act({ type: "answer.hold", answerId, on }),
      setRoomOpen: ({ roomId, name }, open) =>
        void undoable(
          open ? words.done.roomOpened(name) : words.done.roomClosed(name),
          { type: open ? "room.open" : "room.close", roomId },
          { type: open ? "room.close" : "room.open", roomId },
        ),
      setModeration: (moderation) => void act({ type: "session.update", settings: { moderation } }),
    };
  }, [send, words, errors, undoNotice]);
}
