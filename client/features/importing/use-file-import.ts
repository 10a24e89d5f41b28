import { useCallback, useState } from "react";
import { api } from "../../sync/api.ts";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";

/** Where an import stands; `R` is what the call answers. Nothing is changed before `importing`. */
export type ImportState<R> =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly fileName: string }
  | { readonly status: "failed"; readonly fileName: string; readonly error: unknown }
  | { readonly status: "preview"; readonly file: File; readonly plan: R; readonly error?: unknown }
  | { readonly status: "importing"; readonly file: File; readonly plan: R }
  | { readonly status: "done"; readonly reply: R };

export interface FileImport<R, D> {
  readonly state: ImportState<R>;
  /** Reads a file and plans its import. */
  read(file: File): Promise<void>;
  /** Carries the previewed import out as decided; resolves with what it did, null where it failed. */
  confirm(decisions: D): Promise<R | null>;
  /** Leaves everything as it is. */
  cancel(): void;
}

/** Reads a table, shows what importing it would change, and imports it on request, by the call at `path`. */
export function useFileImport<R, D>(
  path: string,
  { token, onExpired }: Pick<SignedIn, "token" | "onExpired">,
): FileImport<R, D> {
  const [state, setState] = useState<ImportState<R>>({ status: "idle" });
  const put = useCallback(
    (file: File, query: string, decisions?: D) => {
      const body = new FormData();
      if (decisions !== undefined) body.append("decisions", JSON.stringify(decisions));
      body.append("file", file, file.name);
      return api.put<R>(`${path}${query}`, body, token);
    },
    [path, token],
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
  const confirm = async (decisions: D) => {
    if (state.status !== "preview") return null;
    const { file, plan } = state;
    setState({ status: "importing", file, plan });
    try {
      const reply = await put(file, "", decisions);
      setState({ status: "done", reply });
      return reply;
    } catch (error) {
      if (isSignedOut(error)) onExpired();
      setState({ status: "preview", file, plan, error });
      return null;
    }
  };
  return { state, read, confirm, cancel: () => setState({ status: "idle" }) };
}
