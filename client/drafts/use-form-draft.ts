import { useCallback, useMemo, useRef } from "react";
import { useDraft } from "./use-draft.ts";

/** What a form holds while it is filled in. */
export interface FormDraft<T extends object> {
  readonly values: T;
  readonly change: (changes: Partial<T>) => void;
  /** Back to the blank form. */
  readonly forget: () => void;
  /** As `KeptDraft.forgetSent`. */
  readonly forgetSent: (sent: T) => void;
}

/**
 * A form whose fields and choices are kept together, as `useDraft` keeps a text: a text that came back without a choice
 * made with it would say something else. `read` makes values of whatever is stored, also of the text alone that was
 * kept before there were choices; `blank` and `read` must be stable.
 */
export function useFormDraft<T extends object>(
  what: string,
  blank: T,
  read: (stored: string) => T,
): FormDraft<T> {
  const { text, write, forget, forgetSent: forgetSentText } = useDraft(what);
  const values = useMemo(() => (text === "" ? blank : read(text)), [text, blank, read]);
  const latest = useRef(values);
  latest.current = values;
  const change = useCallback(
    (changes: Partial<T>) => {
      const next = { ...blank, ...latest.current, ...changes };
      // Several changes may be made in one turn.
      latest.current = next;
      const stored = JSON.stringify(next);
      write(stored === JSON.stringify(blank) ? "" : stored);
    },
    [write, blank],
  );
  const forgetSent = useCallback(
    (sent: T) => forgetSentText(JSON.stringify({ ...blank, ...sent })),
    [forgetSentText, blank],
  );
  return useMemo(() => ({ values, change, forget, forgetSent }), [values, change, forget, forgetSent]);
}
