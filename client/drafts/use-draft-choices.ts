import { useCallback, useMemo, useState } from "react";
import type { z } from "zod";
import { storedJson } from "../sync/stored-json.ts";
import { type Draft, useDraft } from "./use-draft.ts";

/** A text being written, and the choices that give it its meaning. */
export interface ChoosingDraft<T extends object> {
  readonly draft: Draft;
  readonly choices: T;
  readonly choose: (changes: Partial<T>) => void;
}

/**
 * A text as `useDraft` keeps it, with what is chosen about it: as long as there is a text its choices are kept beside it,
 * also those that were only proposed, for tomorrow another may be. Without a text, and where they cannot be read, they
 * begin as `initial`. `initialText` is as in `useDraft`.
 */
export function useDraftChoices<T extends object>(
  what: string,
  initial: NoInfer<T>,
  schema: z.ZodType<T>,
  initialText = "",
): ChoosingDraft<T> {
  const { text, write: writeText, forget: forgetText } = useDraft(what, initialText);
  const { text: stored, write: store } = useDraft(`${what}.choices`);
  const [choices, setChoices] = useState(() =>
    text === initialText ? initial : read(stored, schema, initial),
  );
  const keep = useCallback(
    (nextText: string, next: T) => store(nextText === initialText ? "" : JSON.stringify(next)),
    [store, initialText],
  );
  const choose = (changes: Partial<T>) => {
    const next = { ...choices, ...changes };
    setChoices(next);
    keep(text, next);
  };
  const draft = useMemo(
    () => ({
      text,
      write: (next: string) => {
        writeText(next);
        keep(next, choices);
      },
      forget: () => {
        forgetText();
        store("");
      },
    }),
    [text, choices, writeText, forgetText, keep, store],
  );
  return { draft, choices, choose };
}

function read<T>(stored: string, schema: z.ZodType<T>, initial: T): T {
  const parsed = schema.safeParse(storedJson(stored));
  return parsed.success ? parsed.data : initial;
}
