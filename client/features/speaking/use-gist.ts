import { useRef } from "react";
import { z } from "zod";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useFormDraft } from "../../drafts/use-form-draft.ts";
import { storedJson } from "../../sync/stored-json.ts";
import { checkText } from "../../ui/forms/text-problem.ts";
import type { SpeakingActs } from "./use-speaking-acts.ts";

/** What is typed here, null where nothing is; and what stood there as it was begun. */
const draftSchema = z.object({ text: z.string().nullable(), was: z.string().nullable() });
type GistDraft = z.infer<typeof draftSchema>;
const BLANK: GistDraft = { text: null, was: null };

export interface Gist {
  readonly text: string;
  /** What somebody else has noted since this one was begun; null where nobody has. */
  readonly others: string | null;
  write(text: string): void;
  /** False for what cannot be stored, which stays. */
  save(): boolean;
  /** The other one, and this one after it. */
  join(): void;
  /** The other one alone. */
  take(): void;
  /** This one, whatever the other one is. */
  keep(): void;
}

/** The gist as it is typed here, or as the others have it as long as nobody types here. */
export function useGist(speech: SpeechView, acts: SpeakingActs): Gist {
  const { values, change, forget } = useFormDraft(`speechGist.${speech.speechId}`, BLANK, readDraft);
  const known = speech.gist ?? null;
  /** On its way, with null where nothing is: Enter saves, and so does leaving the field for the next one. */
  const sent = useRef<{ readonly gist: string | null } | null>(null);
  /** What was sent from here last is nobody else's. */
  const own = useRef<string | null>(null);
  const { text, was } = values;
  const isStrange = text !== null && known !== was && known !== own.current && known !== text;
  const latest = useRef(text);
  latest.current = text;
  return {
    text: text ?? known ?? "",
    others: isStrange ? (known ?? "") : null,
    write: (next) => change({ text: next, ...(text === null && { was: known }) }),
    save: () => {
      if (text === null) return true;
      const checked = checkText(text, LIMITS.gistMaxChars);
      if (!checked.ok && checked.code !== "text_empty") return false;
      const gist = checked.ok ? checked.text : null;
      if (gist === known) forget();
      else if (isStrange) return false;
      else if (sent.current?.gist !== gist) {
        // Over what is on its way already, else over what stands there.
        const before = sent.current === null ? known : sent.current.gist;
        const sending = { gist };
        sent.current = sending;
        own.current = gist;
        void acts.note(speech, gist, before).then((isKept) => {
          if (sent.current === sending) sent.current = null;
          if (!isKept) return;
          // What was typed meanwhile stays, and is saved in its turn.
          if (latest.current === text) forget();
          else change({ was: gist });
        });
      }
      return true;
    },
    join: () =>
      change({ text: [known ?? "", text ?? ""].filter((part) => part !== "").join("\n"), was: known }),
    take: forget,
    keep: () => change({ was: known }),
  };
}

/** Before there was more to keep, the text stood alone. */
function readDraft(stored: string): GistDraft {
  const parsed = draftSchema.safeParse(storedJson(stored));
  return parsed.success ? parsed.data : { text: stored, was: null };
}
