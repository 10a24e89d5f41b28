import { useMemo } from "react";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { useCan, useFollowId } from "../../sync/hooks.ts";

/** `agree`: 同意销号 by the asker's side; `clear`: 销号 with a reason, by staff. In the order their buttons stand. */
export const ACTS = ["agree", "progress", "finish", "clear", "edit", "reopen"] as const;
export type Act = (typeof ACTS)[number];

type Status = FollowupView["status"];

const UNFINISHED: readonly Status[] = ["new", "underway"];
const FITS: Record<Act, readonly Status[]> = {
  agree: ["done"],
  progress: ["new", "underway", "done"],
  finish: UNFINISHED,
  clear: ["new", "underway", "done"],
  reopen: ["done", "cleared"],
  edit: ["new", "underway", "done", "cleared"],
};

/** Answers to what was done: before that they would be grey for no reason in sight. */
const ONCE_DONE: readonly Act[] = ["agree", "reopen"];

/** What the viewer may do with a row. */
export interface FollowupActs {
  /** Those there is the right to, whether or not they fit the row's state; what answers the work, once it is done. */
  readonly acts: readonly Act[];
  /** What clearing and reopening carry where this browser asked and its holder was not recorded. */
  readonly follow: { readonly followId?: string };
}

/** Asks for the rights of the viewer, as himself or as who this browser follows by. */
export function useFollowupActs({ followupId, status, askers = [] }: FollowupView): FollowupActs {
  const can = useCan();
  const followId = useFollowId(askers.map(({ askerId }) => askerId));
  return useMemo(() => {
    const follow = followId === undefined ? {} : { followId };
    const isStaff = can({ type: "documents.read" });
    const mayClear = can({ type: "followup.clear", followupId, ...follow });
    const may: Record<Act, boolean> = {
      agree: mayClear && !isStaff,
      progress: can({ type: "followup.progress", followupId }),
      finish: can({ type: "followup.finish", followupId }),
      clear: mayClear && isStaff,
      reopen: can({ type: "followup.reopen", followupId, ...follow }),
      edit: can({ type: "followup.update" }),
    };
    const isDone = !UNFINISHED.includes(status);
    return { acts: ACTS.filter((act) => may[act] && (isDone || !ONCE_DONE.includes(act))), follow };
  }, [can, followupId, status, followId]);
}

export function fits(act: Act, status: Status): boolean {
  return FITS[act].includes(status);
}

/** The one to do next: what is done waits to be cleared, what is not for progress. */
export function nextAct(acts: readonly Act[], status: Status): Act | undefined {
  const wanted: readonly Act[] = status === "done" ? ["agree", "clear", "progress"] : ["progress"];
  return wanted.find((act) => acts.includes(act) && fits(act, status));
}
