import { useMemo } from "react";
import { trailRecordId } from "../../../../shared/domain/questions/trails/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { PHRASES_RECORD_ID } from "../../../../shared/domain/wordings/records.ts";
import type { Command, CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { newId } from "../../../sync/new-id.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { excerpt } from "../../../ui/text/excerpt.ts";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { useAct } from "../../acting/use-act.ts";
import { joinPlan } from "../marks/joining.ts";
import { type AttendanceActs, attendanceActs } from "./attendance-acts.ts";
import { pendingOfAsker } from "./console-lists.ts";
import { withPhrase } from "./decline-phrases.ts";
import { type RoomActs, roomActs } from "./room-acts.ts";
import { type StageActs, stageActs } from "./stage-acts.ts";

/** What staff do with questions, rooms, stage and attendance. Each act tells when it was refused, and offers undo where undoing exists. */
export interface Moderation extends StageActs, AttendanceActs, RoomActs {
  approve(question: QuestionView): void;
  approveAll(questions: readonly QuestionView[]): void;
  /** `similarTo`: the question it is alike to. */
  decline(question: QuestionView, reason: string, similarTo?: string): void;
  /** Puts a pending question aside, or takes it up again. */
  hold(question: QuestionView, on: boolean): void;
  /** Declines everything pending of the one who asked a question. */
  declineAsker(question: QuestionView, reason: string): void;
  /** Puts everything pending of the one who asked a question aside. */
  holdAsker(question: QuestionView): void;
  /** Takes the last decision back. */
  restore(question: QuestionView): void;
  /** Makes one question of several; tells whether it was done. */
  join(questions: readonly QuestionView[], text: string): Promise<boolean>;
  /** Takes back the last step of the question's way. */
  undo(question: QuestionView): void;
  /** Leaves it with its unit, which had asked to hand it on. */
  keep(question: QuestionView): void;
  edit(question: QuestionView, text: string): void;
  remark(question: QuestionView, text: string | null): void;
  /** A pending question is approved first. */
  route(question: QuestionView, leadUnit: string, supportUnits: string[]): void;
  /** Whether it is read in the plenary as well. */
  lift(question: QuestionView, on: boolean): void;
  disclose(question: QuestionView, disclosure: QuestionView["disclosure"]): void;
  label(question: QuestionView, topics: readonly string[]): void;
  /** The labels of the session. */
  setTopics(names: readonly string[]): void;
  /** Keeps a reason for declining, for all staff to use again. */
  keepPhrase(phrase: string): void;
  close(question: QuestionView, outcome: "resolved" | "follow-up"): void;
  holdAnswer(answerId: string, on: boolean): void;
  setModeration(moderation: "before" | "after"): void;
}

export function useModeration(): Moderation {
  const act = useAct();
  const { store } = useSessionClient();
  const { console: words } = useAllMessages();
  const undoNotice = useUndoNotice();
  return useMemo(() => {
    const undoable = async (done: string, command: Command, undo: Command) => {
      const isDone = await act(command);
      if (isDone) undoNotice(done, () => void act(undo));
      return isDone;
    };
    const undoOf = (questionId: string): Command | null => {
      const step = store.record("trail", trailRecordId(questionId))?.count;
      return step === undefined ? null : { type: "question.undo", questionId, step };
    };
    /** As `undoable`, for a step of the way of `questionId`: what is undone is this step and no later one. */
    const undoableStep = async (done: string, questionId: string, command: Command) => {
      const isDone = await act(command);
      const undo = isDone ? undoOf(questionId) : null;
      if (undo !== null) undoNotice(done, () => void act(undo));
      return isDone;
    };
    /** Undo for several steps, each by itself; null for one that was not done. */
    const offerUndo = (done: (count: number) => string, steps: readonly (Command | null)[]) => {
      const undos = steps.filter((undo) => undo !== null);
      if (undos.length === 0) return;
      undoNotice(done(undos.length), () => {
        for (const undo of undos) void act(undo);
      });
    };
    const sweep = async (
      done: (count: number) => string,
      question: QuestionView,
      how: Pick<CommandOf<"question.sweep">, "act" | "reason">,
    ) => {
      const swept = pendingOfAsker(question, store.records("question")).filter(
        (one) => how.act === "decline" || (one.status === "pending" && !one.held),
      );
      const { questionId } = question;
      if (!(await act({ type: "question.sweep", questionId, ...how }))) return;
      // What somebody else decided just before is not this one's to take back.
      const isOwn = ({ id }: QuestionView) => {
        const now = store.record("question", id);
        return how.act === "decline" ? now?.status === "declined" : now?.status === "pending" && now.held;
      };
      offerUndo(
        done,
        swept.filter(isOwn).map((one) => undoOf(one.questionId)),
      );
    };
    const approveFirst = async ({ status, questionId }: QuestionView): Promise<boolean> =>
      status !== "pending" || act({ type: "question.approve", questionId });
    return {
      ...attendanceActs({ words: words.attendance, undoable }),
      ...roomActs({ words: words.done, act, undoable }),
      ...stageActs({ store, words: words.done, act, approveFirst, undoNotice }),
      approve: ({ questionId, text }) =>
        void undoableStep(words.done.approved(excerpt(text)), questionId, {
          type: "question.approve",
          questionId,
        }),
      approveAll: async (questions) => {
        const sent = questions.map(async ({ questionId }) => {
          const isDone = await act({ type: "question.approve", questionId });
          return isDone ? undoOf(questionId) : null;
        });
        offerUndo(words.done.approvedMany, await Promise.all(sent));
      },
      decline: ({ questionId, text }, reason, similarTo) =>
        void undoableStep(words.done.declined(excerpt(text)), questionId, {
          type: "question.decline",
          questionId,
          reason,
          ...(similarTo !== undefined && { similarTo }),
        }),
      hold: ({ questionId, text }, on) => {
        const command = { type: "question.hold", questionId, on } as const;
        void (on ? undoableStep(words.done.held(excerpt(text)), questionId, command) : act(command));
      },
      declineAsker: (question, reason) =>
        void sweep(words.done.declinedMany, question, { act: "decline", reason }),
      holdAsker: (question) => void sweep(words.done.heldMany, question, { act: "hold" }),
      restore: ({ questionId }) => void act({ type: "question.restore", questionId }),
      join: (questions, text) => {
        const { intoId, questionIds } = joinPlan(questions);
        const id = intoId ?? newId();
        return undoableStep(words.done.joined(questions.length, excerpt(text)), id, {
          type: "question.merge",
          intoId: id,
          questionIds: [...questionIds],
          text,
        });
      },
      undo: ({ questionId }) => {
        const undo = undoOf(questionId);
        if (undo !== null) void act(undo);
      },
      keep: ({ questionId }) => void act({ type: "question.keep", questionId }),
      edit: ({ questionId }, text) => void act({ type: "question.edit", questionId, text }, true),
      remark: ({ questionId }, text) => void act({ type: "question.remark", questionId, text }, true),
      route: async (question, leadUnit, supportUnits) => {
        const { questionId } = question;
        if (await approveFirst(question)) {
          await act({ type: "question.route", questionId, leadUnit, supportUnits });
        }
      },
      lift: ({ questionId, text }, on) => {
        const done = on ? words.done.lifted : words.done.lowered;
        void undoableStep(done(excerpt(text)), questionId, { type: "question.lift", questionId, on });
      },
      disclose: ({ questionId }, disclosure) =>
        void act({ type: "question.disclose", questionId, disclosure }),
      label: ({ questionId }, topics) =>
        void act({ type: "question.label", questionId, topics: [...topics] }),
      setTopics: (names) => void act({ type: "topics.set", names: [...names] }),
      keepPhrase: (phrase) => {
        const known = store.record("phrases", PHRASES_RECORD_ID)?.declineReasons ?? [];
        void act({ type: "phrases.set", declineReasons: withPhrase(known, phrase) });
      },
      close: ({ questionId, text }, outcome) => {
        const done = outcome === "resolved" ? words.done.resolved : words.done.followUp;
        void undoableStep(done(excerpt(text)), questionId, { type: "question.close", questionId, outcome });
      },
      holdAnswer: (answerId, on) => void act({ type: "answer.hold", answerId, on }),
      setModeration: (moderation) => void act({ type: "session.update", settings: { moderation } }),
    };
  }, [act, store, words, undoNotice]);
}
