import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import {
  STAGE_QUEUE_RECORD_ID,
  STAGE_RECORD_ID,
  stagePageOf,
} from "../../../../shared/domain/stage/records.ts";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import type { LaneStore } from "../../../sync/lane-store.ts";
import { excerpt } from "../../../ui/text/excerpt.ts";

/** What staff do with the stage. */
export interface StageActs {
  /** A pending question is approved first. */
  show(question: QuestionView): void;
  clearStage(): void;
  /** Puts a question at a place among those that come next; without one at their end. */
  queueForStage(question: QuestionView, place?: number): void;
  leaveStageQueue(question: QuestionView): void;
}

interface Means {
  readonly store: LaneStore;
  readonly words: AllMessages["console"]["done"];
  /** Sends; true once it is on disk. */
  readonly act: (command: Command) => Promise<boolean>;
  readonly approveFirst: (question: QuestionView) => Promise<boolean>;
  readonly undoNotice: (text: string, undo: () => void) => void;
}

export function stageActs({ store, words, act, approveFirst, undoNotice }: Means): StageActs {
  const placeOf = ({ questionId }: QuestionView): number | null => {
    const at = store.record("stageQueue", STAGE_QUEUE_RECORD_ID)?.questionIds.indexOf(questionId) ?? -1;
    return at === -1 ? null : at;
  };
  const put = ({ questionId }: QuestionView, place: number | null) =>
    act({ type: "stage.queue", questionId, place });
  /** What the hall saw before comes back by undo, at its page, and what was shown to its place in the queue. */
  const putOnStage = async (done: string, question: QuestionView | null) => {
    const before = store.record("stage", STAGE_RECORD_ID);
    const page = before === undefined ? 1 : stagePageOf(before);
    const place = question === null ? null : placeOf(question);
    if (!(await act({ type: "stage.show", recordId: question?.id ?? null }))) return;
    undoNotice(done, async () => {
      // What somebody else has put there since stays.
      if ((store.record("stage", STAGE_RECORD_ID)?.recordId ?? null) !== (question?.id ?? null)) return;
      const isBack = await act({ type: "stage.show", recordId: before?.recordId ?? null, page });
      if (isBack && question !== null && place !== null) await put(question, place);
    });
  };
  return {
    show: async (question) => {
      if (await approveFirst(question)) await putOnStage(words.staged(excerpt(question.text)), question);
    },
    clearStage: () => void putOnStage(words.unstaged, null),
    queueForStage: async (question, place) => {
      const before = placeOf(question);
      if (!(await put(question, place ?? LIMITS.stageQueueMax))) return;
      if (before === null) undoNotice(words.queued(excerpt(question.text)), () => void put(question, null));
    },
    leaveStageQueue: async (question) => {
      const before = placeOf(question);
      if (before === null || !(await put(question, null))) return;
      undoNotice(words.unqueued(excerpt(question.text)), () => void put(question, before));
    },
  };
}
