import type { SessionRecord } from "../../domain/session/records.ts";
import type { LabelledLine, ProofFooter } from "../model.ts";
import { dateTimeText } from "../moment.ts";
import type { DocumentOptions } from "../options.ts";
import { knownOrMissing, type MinutesWords } from "../runs.ts";

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
            label: words.label(words.rehearsal),
            runs: [{ text: words.rehearsalNote, bold: true } as const],
          },
        ]),
    metaLine(words.time, dateTimeText(session?.startsAt ?? null, options, words), words),
    metaLine(words.place, session?.place ?? null, words),
  ];
}

export function metaLine(label: string, value: string | null, words: MinutesWords): LabelledLine {
  return { label: words.label(label), runs: [knownOrMissing(value, words)] };
}

/** The journal's head the document was made from. */
export function proofFooter({ head }: DocumentOptions, words: MinutesWords): ProofFooter {
  return { ...head, text: words.proof(String(head.seq), head.hash) };
}
