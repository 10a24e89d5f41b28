import { useEffect, useRef, useState } from "react";
import type { ArchiveReply } from "../../../shared/protocol/archive-http.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { ApiError } from "../../sync/api.ts";
import { upload } from "../../sync/upload.ts";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";

/** Where opening an archive stands; nothing is opened before `opening`. `sent` is the share of the file that is out. */
export type OpeningState =
  | { readonly status: "idle" }
  | { readonly status: "cancelled" }
  | { readonly status: "checking"; readonly file: File; readonly sent: number }
  | { readonly status: "failed"; readonly file: File; readonly error: unknown }
  | { readonly status: "contents"; readonly file: File; readonly contents: ArchiveReply }
  | {
      readonly status: "opening";
      readonly file: File;
      readonly contents: ArchiveReply;
      readonly sent: number;
    };

export interface Opening {
  readonly state: OpeningState;
  /** Has the server check an archive and say what is in it. */
  check(file: File): Promise<void>;
  /** Opens the archive whose contents are shown; resolves with its session, null where it failed or was cancelled. */
  open(): Promise<string | null>;
  cancel(): void;
}

/** From a chosen file over what is in it to the session it becomes. Leaving the screen ends what is under way. */
export function useOpening({ token, onExpired }: Pick<SignedIn, "token" | "onExpired">): Opening {
  const [state, setState] = useState<OpeningState>({ status: "idle" });
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const send = async (query: string, file: File, onSent: (sent: number) => void) => {
    const cancelling = new AbortController();
    underWay.current = cancelling;
    const { signal } = cancelling;
    try {
      return await upload<ArchiveReply>(`/api/archive${query}`, file, { token, onSent, signal });
    } catch (error) {
      if (signal.aborted) return null;
      if (isSignedOut(error)) onExpired();
      setState({ status: "failed", file, error });
      return null;
    }
  };
  const check = async (file: File) => {
    // Told before it is on its way.
    if (file.size > LIMITS.archiveMaxBytes) {
      const error = new ApiError("archive_too_large", false, undefined, undefined);
      setState({ status: "failed", file, error });
      return;
    }
    const onSent = (sent: number) => setState({ status: "checking", file, sent });
    onSent(0);
    const contents = await send("?dryRun=1", file, onSent);
    if (contents !== null) setState({ status: "contents", file, contents });
  };
  const open = async () => {
    if (state.status !== "contents") return null;
    const { file, contents } = state;
    const onSent = (sent: number) => setState({ status: "opening", file, contents, sent });
    onSent(0);
    return (await send("", file, onSent))?.sessionId ?? null;
  };
  const cancel = () => {
    const isUnderWay = state.status === "checking" || state.status === "opening";
    underWay.current?.abort();
    setState({ status: isUnderWay ? "cancelled" : "idle" });
  };
  return { state, check, open, cancel };
}
