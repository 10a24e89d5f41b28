import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import { useRecord, useRecords } from "../../sync/hooks.ts";

/** How many questions still want a decision, and how many an answer. */
export function useUnfinished(): { pending: number; waiting: number } {
  const questions = useRecords("question");
  const waiting = useRecord("tally", TALLY_RECORD_ID)?.waiting ?? 0;
  return { pending: questions.filter((question) => question.status === "pending").length, waiting };
}
