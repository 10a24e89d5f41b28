import type { SessionRecord } from "../../domain/session/records.ts";
import { knownOrMissing, type Missing } from "../missing.ts";
import type { LabelledLine, ProofFooter } from "../model.ts";
import { dateTimeText } from "../moment.ts";
import type { DocumentOptions } from "../options.ts";
import type { MinutesWords } from "../runs.ts";

/** What every document says of its session before all else: that it was a rehearsal, when it was and where. */
export function sessionLines(
  session: SessionRecord | undefined,
  options: DocumentOptions,
  words: MinutesWords,
): LabelledLine[] {
  return [
    ...(session?.rehearsalOf === undefined
      ? []
      : [
          {
            // That nobody can word otherwise.
            label: words.label(words.rehearsal),
            runs: [{ text: words.rehearsalNote, bold: true } as const],
          },
        ]),
    metaLine("time", dateTimeText(session?.startsAt ?? null, options, words), "session", words),
    metaLine("place", session?.place ?? null, "session", words),
  ];
}

/** A line of the head of a document, named as its word is; `at` is where its fact is filled in. */
export function metaLine(
  name: "time" | "place" | "moderator" | "recorder",
  value: string | null,
  at: "session" | "roster",
  words: MinutesWords,
): LabelledLine {
  const missing: Missing = { label: words[name], fill: { at } };
  return {
    key: `meta/${name}`,
    label: words.label(words[name]),
    runs: [knownOrMissing(value, missing, words)],
  };
}

/** The journal's head the document was made from. */
export function proofFooter({ head }: DocumentOptions, words: MinutesWords): ProofFooter {
  return { ...head, text: words.proof(String(head.seq), head.hash) };
}
