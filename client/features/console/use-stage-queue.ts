import { useMemo } from "react";
import { STAGE_QUEUE_RECORD_ID } from "../../../shared/domain/stage/records.ts";
import { useRecord, useRecords } from "../../session/hooks.ts";
import type { QuestionView } from "../../session/views.ts";
import { isStanding } from "../questions/question-state.ts";

const NONE: readonly string[] = [];

/** Whether a question can be shown to the hall as it is. */
export function isShowable({ status, disclosure }: QuestionView): boolean {
  return status !== "pending" && isStanding(status) && disclosure !== "staff";
}

/** The questions that go on the stage next, in order. */
export function useStageQueue(): readonly QuestionView[] {
  const ids = useRecord("stageQueue", STAGE_QUEUE_RECORD_ID)?.questionIds ?? NONE;
  const questions = useRecords("question");
  return useMemo(() => {
    const wanted = new Set(ids);
    const byId = new Map(
      questions.filter(({ questionId }) => wanted.has(questionId)).map((one) => [one.questionId, one]),
    );
    return ids.flatMap((id) => byId.get(id) ?? []).filter(isShowable);
  }, [ids, questions]);
}
