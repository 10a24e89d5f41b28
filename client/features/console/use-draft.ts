import { useCallback, useMemo, useState } from "react";

const PREFIX = "yantao.draft.console.";

/** Text being written. */
export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Back to what it began with. */
  readonly forget: () => void;
}

/** A text kept over a reload of this tab. Begins with `initial`. */
export function useDraft(key: string, initial: string): Draft {
  const storageKey = PREFIX + key;
  const [text, setText] = useState(() => window.sessionStorage.getItem(storageKey) ?? initial);
  const write = useCallback(
    (next: string) => {
      window.sessionStorage.setItem(storageKey, next);
      setText(next);
    },
    [storageKey],
  );
  const forget = useCallback(() => {
    window.sessionStorage.removeItem(storageKey);
    setText(initial);
  }, [storageKey, initial]);
  return useMemo(() => ({ text, write, forget }), [text, write, forget]);
}
