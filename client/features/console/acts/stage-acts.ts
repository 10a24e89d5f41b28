import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { type RoomRecord, roomRecordId } from "../../../../shared/domain/rooms/records.ts";
import { STAGE_QUEUE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { timerRecordId } from "../../../../shared/domain/timers/records.ts";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import type { Command, CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import type { LaneStore } from "../../../sync/lane-store.ts";
import { excerpt } from "../../../ui/text/excerpt.ts";
import { stageReturn } from "../../acting/stage-return.ts";
import { returningTimer } from "../../timers/use-timer-acts.ts";

const MINUTE_MS = 60_000;

/** What staff do with the stage. */
export interface StageActs {
  /** A pending question is approved first. */
  show(question: QuestionView): void;
  clearStage(): void;
  /** Shows another page than a question's, from its page `page` on; null is the welcome page. `name`: what it is called. */
  showPage(recordId: string | null, name: string, page: number): void;
  /** Shows what a group reports and gives it time, unless `durationMs` is null. */
  showReport(room: RoomRecord, durationMs: number | null, page: number): void;
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
  const timer = () => store.record("timer", timerRecordId(null));
  /** What the hall saw before comes back by undo, at its page, and the time that was begun with it goes; what others did since stays. */
  const putOnStage = async (
    done: string,
    command: CommandOf<"stage.show" | "report.show">,
    alsoBack: () => void = () => undefined,
  ) => {
    const recordId = command.type === "report.show" ? roomRecordId(command.roomId) : command.recordId;
    const before = stageReturn(store, recordId);
    const timed = timer();
    if (!(await act(command))) return;
    const begun = command.type === "report.show" && command.durationMs !== null ? timer()?.rev : undefined;
    undoNotice(done, async () => {
      if (begun !== undefined && timer()?.rev === begun) await act(returningTimer(null, timed));
      const back = before();
      if (back !== null && (await act(back))) alsoBack();
    });
  };
  return {
    show: async (question) => {
      if (!(await approveFirst(question))) return;
      const place = placeOf(question);
      const back = () => void (place !== null && put(question, place));
      const command = { type: "stage.show", recordId: question.id } as const;
      await putOnStage(words.staged(excerpt(question.text)), command, back);
    },
    clearStage: () => void putOnStage(words.unstaged, { type: "stage.show", recordId: null }),
    showPage: (recordId, name, page) =>
      void putOnStage(words.pageStaged(name), { type: "stage.show", recordId, page }),
    showReport: ({ roomId, name }, durationMs, page) => {
      const command = { type: "report.show", roomId, durationMs, page } as const;
      const minutes = durationMs === null ? null : durationMs / MINUTE_MS;
      void putOnStage(words.reportStaged(name, minutes), command);
    },
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
