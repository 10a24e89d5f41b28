import { useCallback, useState } from "react";

const PREFIX = "yantao.draft.console.";

/** Text being written, kept over a reload of this tab: `[text, setText, forget]`. Begins with `initial`. */
export function useDraft(
  key: string,
  initial: string,
): readonly [string, (text: string) => void, () => void] {
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
  return [text, write, forget];
}
