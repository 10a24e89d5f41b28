import { personRecordId } from "./people/records.ts";
import { questionRecordId } from "./questions/records.ts";
import type { AnyRecord } from "./records.ts";

/**
 * The records whose change presents `record` to its audiences again: what `lanes` reads besides the record itself.
 * Also the index by which children are found, see `SessionState.children`.
 */
export function parents(record: AnyRecord): readonly string[] {
  switch (record.kind) {
    case "question":
      return [personRecordId(record.askerId)];
    case "answer":
    case "support":
      return [questionRecordId(record.questionId)];
    case "session":
    case "room":
    case "person":
    case "stage":
    case "tally":
      return [];
    default:
      return unreachable(record);
  }
}

/** For the end of an exhaustive `switch`: a missing case is a compile error. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
