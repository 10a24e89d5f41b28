import { askersOf } from "./askers/askers.ts";
import { followupRecordId } from "./followups/records.ts";
import { personRecordId } from "./people/records.ts";
import { questionRecordId } from "./questions/records.ts";
import type { AnyRecord } from "./records.ts";

/**
 * The records whose change presents `record` to its audiences again, see `followsParents`: what `lanes` reads besides the
 * record itself. Also the index by which children are found, see `SessionState.children`.
 */
export function parents(record: AnyRecord): readonly string[] {
  switch (record.kind) {
    case "question":
      return askersOf(record).map(({ askerId }) => personRecordId(askerId));
    case "followup":
      return record.askers.map(({ askerId }) => personRecordId(askerId));
    case "progress":
      return [followupRecordId(record.followupId)];
    case "rating":
      return [questionRecordId(record.questionId), personRecordId(record.askerId)];
    case "answer":
    case "support":
    case "trail":
      return [questionRecordId(record.questionId)];
    case "session":
    case "room":
    case "person":
    case "stage":
    case "stageQueue":
    case "tally":
    case "topics":
    case "phrases":
    case "ledger":
    case "notesHold":
      return [];
    default:
      return unreachable(record);
  }
}

/** Whether `lanes` reads the parents of a record. A voice is its person's whatever becomes of the question, which may have thousands. */
export function followsParents({ kind }: AnyRecord): boolean {
  return kind !== "support";
}

/** For the end of an exhaustive `switch`: a missing case is a compile error. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
