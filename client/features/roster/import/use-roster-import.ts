import { useCallback, useState } from "react";
import type { RosterDecisions } from "../../../../shared/domain/roster/row.ts";
import { api } from "../../../sync/api.ts";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../../organiser-frame/use-organiser-request.ts";
import { countRows, type RosterReply, type RowCounts } from "../roster-reply.ts";

/** Where an import stands. Nothing is changed before `importing`. */
export type ImportState =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly fileName: string }
  | { readonly status: "failed"; readonly fileName: string; readonly error: unknown }
  | { readonly status: "preview"; readonly file: File; readonly plan: RosterReply; readonly error?: unknown }
  | { readonly status: "importing"; readonly file: File; readonly plan: RosterReply }
  | { readonly status: "done"; readonly counts: RowCounts; readonly removed: number };

export interface RosterImport {
  readonly state: ImportState;
  /** Reads a file and plans its import. */
  read(file: File): Promise<void>;
  /** Carries the previewed import out as decided; resolves with what it did, null where it failed. */
  confirm(decisions: RosterDecisions): Promise<RosterReply | null>;
  /** Leaves the roster as it is. */
  cancel(): void;
}

/** Reads a roster, shows what it would change, and imports it on request. */
export function useRosterImport(sessionId: string, { token, onExpired }: SignedIn): RosterImport {
  const [state, setState] = useState<ImportState>({ status: "idle" });
  const put = useCallback(
    (file: File, query: string, decisions?: RosterDecisions) => {
      const body = new FormData();
      if (decisions !== undefined) body.append("decisions", JSON.stringify(decisions));
      body.append("file", file, file.name);
      return api.put<RosterReply>(`/api/sessions/${sessionId}/roster${query}`, body, token);
    },
    [sessionId, token],
  );

  const read = async (chosen: File) => {
    setState({ status: "reading", fileName: chosen.name });
    try {
      // Held in memory: what is imported is what was previewed, whatever becomes of the file meanwhile.
      const file = new File([await chosen.arrayBuffer()], chosen.name);
      setState({ status: "preview", file, plan: await put(file, "?dryRun=1") });
    } catch (error) {
      if (isSignedOut(error)) onExpired();
      setState({ status: "failed", fileName: chosen.name, error });
    }
  };
  const confirm = async (decisions: RosterDecisions) => {
    if (state.status !== "preview") return null;
    const { file, plan } = state;
    setState({ status: "importing", file, plan });
    try {
      const reply = await put(file, "", decisions);
      setState({ status: "done", counts: countRows(reply.rows), removed: reply.removed.length });
      return reply;
    } catch (error) {
      if (isSignedOut(error)) onExpired();
      setState({ status: "preview", file, plan, error });
      return null;
    }
  };
  return { state, read, confirm, cancel: () => setState({ status: "idle" }) };
}
