import { useMemo } from "react";
import { isShowable, questionRecordId } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { STAGE_QUEUE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { useRecord, useRecords } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";

const NONE: readonly string[] = [];

/** The questions that go on the stage next, in order. */
export function useStageQueue(): readonly QuestionView[] {
  const { store } = useSessionClient();
  const ids = useRecord("stageQueue", STAGE_QUEUE_RECORD_ID)?.questionIds ?? NONE;
  const questions = useRecords("question");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `questions` tells that one may have changed; each is looked up.
  return useMemo(
    () => ids.flatMap((id) => store.record("question", questionRecordId(id)) ?? []).filter(isShowable),
    [ids, questions, store],
  );
}
