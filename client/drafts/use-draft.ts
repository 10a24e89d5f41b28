import { useCallback, useMemo, useState } from "react";
import { browserStorage } from "../sync/browser-storage.ts";
import { useSessionClient } from "../sync/session-provider.tsx";

/** Text being written. */
export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Back to what it began with. */
  readonly forget: () => void;
}

/**
 * A text being written, kept on this machine for its author until it is sent. It begins with `initial`; `what` names
 * the place it is for (`ask.<roomId>`); give the component a `key` of it, the draft is read once.
 */
export function useDraft(what: string, initial = ""): Draft {
  const { sessionId, actorId } = useSessionClient();
  const key = draftKey(sessionId, actorId, what);
  const [text, setText] = useState(() => browserStorage.getItem(key) ?? initial);
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === initial) browserStorage.removeItem(key);
      else browserStorage.setItem(key, next);
    },
    [key, initial],
  );
  const forget = useCallback(() => write(initial), [write, initial]);
  return useMemo(() => ({ text, write, forget }), [text, write, forget]);
}

/** Under what name the browser keeps a draft. */
export function draftKey(sessionId: string, actorId: string, what: string): string {
  return `yantao.draft.${sessionId}.${actorId}.${what}`;
}
