import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { PreviewReply } from "../../../../shared/documents/preview.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { api } from "../../../sync/api.ts";
import { useConnection } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { LivePreview, type PreviewState } from "./live-preview.ts";
import { startPdfReader } from "./pdf-file.ts";
import { useReadChanges } from "./use-read-changes.ts";

const LOADING: PreviewState = { status: "loading" };

export interface Preview {
  readonly state: PreviewState;
  readonly askNow: () => void;
  /** A place was worded here, or with null all of it set up. */
  readonly doneHere: (key: string | null) => void;
}

/** The preview of a document as it stands, for as long as the component is there. */
export function usePreview(name: DocumentName): Preview {
  const { sessionId, token } = useSessionClient();
  const [live, setLive] = useState<LivePreview | null>(null);
  useEffect(() => {
    const path = `/api/sessions/${sessionId}/documents/${name}/preview`;
    const next = new LivePreview({
      ask: (digest) =>
        api.getNewer<PreviewReply>(path, token, digest === undefined ? undefined : `"${digest}"`),
      pages: (digest) => api.bytes(`${path}.pdf?digest=${digest}`, token),
      startReader: startPdfReader,
    });
    const onVisibility = () => next.setHidden(document.hidden);
    onVisibility();
    document.addEventListener("visibilitychange", onVisibility);
    next.start();
    setLive(next);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      next.stop();
    };
  }, [sessionId, token, name]);
  const { status } = useConnection();
  useReadChanges(() => live?.changed());
  useEffect(() => {
    if (status === "online") live?.changed();
  }, [status, live]);
  const state = useSyncExternalStore(
    useCallback((listener: () => void) => live?.subscribe(listener) ?? (() => undefined), [live]),
    () => live?.snapshot() ?? LOADING,
  );
  return {
    state,
    askNow: useCallback(() => live?.askNow(), [live]),
    doneHere: useCallback((key: string | null) => live?.doneHere(key), [live]),
  };
}
