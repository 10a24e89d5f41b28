import type { PrintedSpeech } from "../disclosed/speeches.ts";
import type { DocumentRun } from "../model.ts";
import { type MinutesWords, personRun } from "../runs.ts";

/** Unit and name of who spoke. */
export function speakerRun(
  { speech, speaker }: Pick<PrintedSpeech, "speech" | "speaker">,
  words: MinutesWords,
): DocumentRun {
  const fill = { at: "person", id: speech.personId } as const;
  return personRun(speaker, { label: words.speaker, fill }, words);
}
