import type { ErrorCode } from "../../protocol/errors.ts";
import { isShowable } from "../questions/records.ts";
import type { AnyRecord } from "../records.ts";
import type { SessionState } from "../state.ts";

/** Why what is named can be no page of the stage now; null where it can. Kinds without an entry have no page. */
export function faultOnStage(recordId: string, state: SessionState): ErrorCode | null {
  return faultOf(state.get(recordId));
}

function faultOf(record: AnyRecord | undefined): ErrorCode | null {
  switch (record?.kind) {
    case "question":
      return isShowable(record) ? null : "question_not_public";
    case "speech":
      return record.status === "withdrawn" ? "speech_not_queued" : null;
    /** Who sits where. */
    case "round":
      return record.removed ? "round_unknown" : null;
    /** What a group reports. */
    case "room":
      return record.roomKind === "breakout" ? null : "record_unknown";
    /** The session in numbers, and what comes when. */
    case "tally":
    case "agenda":
      return null;
    default:
      return "record_unknown";
  }
}
