import { useState } from "react";
import { z } from "zod";
import type { OutlineEdit } from "../../../../shared/documents/outline.ts";
import { TITLE_KEY } from "../../../../shared/protocol/document-names.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useFormDraft } from "../../../drafts/use-form-draft.ts";
import { storedJson } from "../../../sync/stored-json.ts";
import { fitsLimit } from "../../../ui/forms/text-problem.ts";
import type { Wording, Wordings } from "./use-wordings.ts";

/** What is typed here, null where nothing is; and how the place was worded as it was begun. */
const draftSchema = z.object({ text: z.string().nullable(), was: z.string().nullable() });
type WordingDraft = z.infer<typeof draftSchema>;
const BLANK: WordingDraft = { text: null, was: null };

interface Place {
  readonly documentName: string;
  readonly key: string;
  /** As it is printed. */
  readonly shown: string;
  /** As it is built. */
  readonly source: string;
  /** What the document says of its wording. */
  readonly edit: OutlineEdit | undefined;
}

export interface WordingForm {
  readonly text: string;
  /** How somebody else worded it since this was begun; null where nobody has. */
  readonly others: { readonly text: string | null } | null;
  readonly canSave: boolean;
  /** Typed earlier and not saved. */
  readonly isResumed: boolean;
  readonly isWorded: boolean;
  /** What is built has changed since just there, and saving it keeps the wording over it. */
  readonly keepsOver: boolean;
  write(text: string): void;
  save(): void;
  restore(): void;
  /** Drops what is typed. */
  cancel(): void;
  /** The other one alone. */
  take(): void;
  /** This one, whatever the other one is. */
  keep(): void;
}

/** One place as it is being worded, kept on this machine until it is taken; `onDone` when it is on its way or dropped. */
export function useWordingDraft(
  { documentName, key, shown, source, edit }: Place,
  { known, underWay, word }: Wordings,
  { onDone, onRefused }: { readonly onDone: () => void; readonly onRefused: () => void },
): WordingForm {
  const { values, change, forget, forgetSent } = useFormDraft(
    `document.${documentName}.${key}`,
    BLANK,
    readDraft,
  );
  const record = known.get(key)?.text ?? null;
  // What is on its way from here counts as taken.
  const now = underWay.has(key) ? (underWay.get(key) ?? null) : record;
  const { text, was } = values;
  const isStrange = text !== null && now !== was && now !== text;
  const [isResumed] = useState(text !== null);
  const send = async (wording: Wording) => {
    onDone();
    if (await word(wording)) forgetSent(values);
    else onRefused();
  };
  // As the pages have it, with what changed around the wording; until they are set anew, as it will be.
  const base = now === (edit?.text ?? null) ? shown : (now ?? source);
  const shownText = text ?? base;
  const isContested = edit?.state === "changed" && now === edit.text;
  /** A document is called something. */
  const isNameless = key === TITLE_KEY && shownText.trim() === "";
  return {
    text: shownText,
    others: isStrange ? { text: now } : null,
    canSave: fitsLimit(shownText, LIMITS.documentTextMaxChars) && !isStrange && !isNameless,
    isResumed: isResumed && text !== null,
    isWorded: now !== null,
    keepsOver: isContested && shownText === base,
    write: (next) => change({ text: next, ...(text === null && { was: now }) }),
    save: () => {
      const typed = shownText.trim();
      if (typed === base.trim() && !isContested) {
        forget();
        onDone();
      } else
        void send({ key, source, text: typed === source ? null : typed, was: text === null ? now : was });
    },
    restore: () => void send({ key, source, text: null, was: now }),
    cancel: () => {
      forget();
      onDone();
    },
    take: forget,
    keep: () => change({ was: now }),
  };
}

function readDraft(stored: string): WordingDraft {
  const parsed = draftSchema.safeParse(storedJson(stored));
  return parsed.success ? parsed.data : BLANK;
}
