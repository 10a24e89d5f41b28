import { useCallback, useState } from "react";
import { api } from "../../session/api.ts";
import type { SignedIn } from "../organiser/organiser-gate.tsx";
import { isSignedOut } from "../organiser/use-organiser-request.ts";
import { countRows, type RosterReply, type RowCounts } from "./roster-reply.ts";

/** Where an import stands. Nothing is changed before `importing`. */
export type ImportState =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly fileName: string }
  | { readonly status: "failed"; readonly fileName: string; readonly error: unknown }
  | { readonly status: "preview"; readonly file: File; readonly plan: RosterReply; readonly error?: unknown }
  | { readonly status: "importing"; readonly file: File; readonly plan: RosterReply }
  | { readonly status: "done"; readonly counts: RowCounts };

export interface RosterImport {
  readonly state: ImportState;
  /** Reads a file and plans its import. */
  read(file: File): Promise<void>;
  /** Carries the previewed import out. */
  confirm(): Promise<void>;
  /** Leaves the roster as it is. */
  cancel(): void;
}

/** Reads a roster, shows what it would change, and imports it on request. */
export function useRosterImport(sessionId: string, { token, onExpired }: SignedIn): RosterImport {
  const [state, setState] = useState<ImportState>({ status: "idle" });
  const put = useCallback(
    (file: File, query: string) => {
      const body = new FormData();
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
  const confirm = async () => {
    if (state.status !== "preview") return;
    const { file, plan } = state;
    setState({ status: "importing", file, plan });
    try {
      const reply = await put(file, "");
      setState({ status: "done", counts: countRows(reply.rows) });
    } catch (error) {
      if (isSignedOut(error)) onExpired();
      setState({ status: "preview", file, plan, error });
    }
  };
  return { state, read, confirm, cancel: () => setState({ status: "idle" }) };
}
