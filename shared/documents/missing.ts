import type { DocumentRun } from "./model.ts";
import type { FillPlace } from "./outline.ts";
import type { MinutesWords } from "./runs.ts";

/** What a placeholder stands for. */
export interface Missing {
  /** In words. */
  readonly label: string;
  readonly fill: FillPlace;
}

/** A placeholder that knows what it stands for; no document is handed over with it. */
export interface MissingRun extends DocumentRun {
  readonly missing: Missing;
}

/** `text`, or the mark that it is missing. */
export function knownOrMissing(
  text: string | null | undefined,
  missing: Missing,
  words: MinutesWords,
): DocumentRun {
  if (text !== null && text !== undefined && text.trim() !== "") return { text };
  return { text: words.placeholder, placeholder: true, missing } as MissingRun;
}

/** What a run says is missing; null for one that is no placeholder. */
export function missingIn(run: DocumentRun): Missing | null {
  return (run as Partial<MissingRun>).missing ?? null;
}

/** The run as it is handed over. */
export function withoutMissing(run: DocumentRun): DocumentRun {
  if (missingIn(run) === null) return run;
  const { missing: _missing, ...rest } = run as MissingRun;
  return rest;
}
