import { followupRecordId } from "./followups/records.ts";
import { personRecordId } from "./people/records.ts";
import { askersOf, questionRecordId } from "./questions/records.ts";
import type { AnyRecord } from "./records.ts";

/**
 * The records whose change presents `record` to its audiences again: what `lanes` reads besides the record itself.
 * Also the index by which children are found, see `SessionState.children`.
 */
export function parents(record: AnyRecord): readonly string[] {
  switch (record.kind) {
    case "question":
      return askersOf(record).map(({ askerId }) => personRecordId(askerId));
    case "followup":
      return record.askers.map(({ askerId }) => personRecordId(askerId));
    case "progress":
      return [followupRecordId(record.followupId)];
    case "answer":
    case "support":
    case "rating":
    case "trail":
      return [questionRecordId(record.questionId)];
    case "session":
    case "room":
    case "person":
    case "stage":
    case "tally":
    case "topics":
    case "phrases":
    case "ledger":
      return [];
    default:
      return unreachable(record);
  }
}

/** For the end of an exhaustive `switch`: a missing case is a compile error. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
