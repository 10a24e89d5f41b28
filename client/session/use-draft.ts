import { useCallback, useState } from "react";
import { useSessionClient } from "./session-provider.tsx";

/**
 * A text being written, kept on this machine for its author until it is sent: `[text, setText]`. `what` names the
 * place it is for (`ask.<roomId>`); give the component a `key` of it, the draft is read once.
 */
export function useDraft(what: string): [string, (text: string) => void] {
  const { sessionId, actorId } = useSessionClient();
  const key = `yantao.draft.${sessionId}.${actorId}.${what}`;
  const [text, setText] = useState(() => window.localStorage.getItem(key) ?? "");
  const write = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === "") window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, next);
      } catch {
        // A full storage costs the keeping over a reload, never the writing.
      }
    },
    [key],
  );
  return [text, write];
}
