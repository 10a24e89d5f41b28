import { useMemo } from "react";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { useCan, useRecord } from "../../../sync/hooks.ts";

/** What the viewer may do here; in a sealed session nothing. */
export interface ConsoleRights {
  /** Approve, decline, route, close, show, open rooms. */
  readonly moderates: boolean;
  /** Correct wording, remark, record answers. */
  readonly records: boolean;
  /** Change the session's settings. */
  readonly organises: boolean;
}

/** The same object until one of them changes, though whatever happens in the session has them asked anew. */
export function useConsoleRights(): ConsoleRights {
  const can = useCan();
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  const moderates = isOpen && can({ type: "question.route" });
  const records = isOpen && can({ type: "question.remark" });
  const organises = isOpen && can({ type: "session.update" });
  return useMemo(() => ({ moderates, records, organises }), [moderates, records, organises]);
}
