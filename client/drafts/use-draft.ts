import { useCallback, useMemo, useState } from "react";
import { browserStorage } from "../sync/browser-storage.ts";
import { useSessionClient } from "../sync/session-provider.tsx";

/** Text being written. */
export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Back to what it begins with. */
  readonly forget: () => void;
}

/** A draft that is kept until it is on disk, and not only until it is sent. */
export interface KeptDraft extends Draft {
  /** Forgets it once `sent` is on disk; what was written over it meanwhile stays, also by a form that was opened anew. */
  readonly forgetSent: (sent: string) => void;
}

/**
 * A text being written, kept on this machine for its author until it is sent. It begins with `initial`, and follows it as
 * long as nothing is written; `what` names the place it is for (`ask.<roomId>`); give the component a `key` of it, the draft
 * is read once.
 */
export function useDraft(what: string, initial = ""): KeptDraft {
  const { sessionId, actorId } = useSessionClient();
  const key = draftKey(sessionId, actorId, what);
  const [written, setWritten] = useState(() => browserStorage.getItem(key));
  const text = written ?? initial;
  const forget = useCallback(() => {
    setWritten(null);
    browserStorage.removeItem(key);
  }, [key]);
  const write = useCallback(
    (next: string) => {
      if (next === initial) return forget();
      setWritten(next);
      browserStorage.setItem(key, next);
    },
    [key, initial, forget],
  );
  const forgetSent = useCallback(
    (sent: string) => {
      if (browserStorage.getItem(key) === sent) forget();
    },
    [key, forget],
  );
  return useMemo(() => ({ text, write, forget, forgetSent }), [text, write, forget, forgetSent]);
}

/** Under what name the browser keeps a draft. */
export function draftKey(sessionId: string, actorId: string, what: string): string {
  return `yantao.draft.${sessionId}.${actorId}.${what}`;
}
