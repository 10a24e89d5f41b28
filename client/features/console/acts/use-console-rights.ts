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

export function useConsoleRights(): ConsoleRights {
  const can = useCan();
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  return useMemo(
    () => ({
      moderates: isOpen && can({ type: "question.approve" }),
      records: isOpen && can({ type: "question.remark" }),
      organises: isOpen && can({ type: "session.update" }),
    }),
    [can, isOpen],
  );
}
