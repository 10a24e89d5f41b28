import { useCallback, useMemo, useState } from "react";
import { useSessionClient } from "./session-provider.tsx";

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
  const key = `yantao.draft.${sessionId}.${actorId}.${what}`;
  const [text, setText] = useState(() => window.localStorage.getItem(key) ?? initial);
  const write = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === initial) window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, next);
      } catch {
        // A full storage costs the keeping over a reload, never the writing.
      }
    },
    [key, initial],
  );
  const forget = useCallback(() => write(initial), [write, initial]);
  return useMemo(() => ({ text, write, forget }), [text, write, forget]);
}
