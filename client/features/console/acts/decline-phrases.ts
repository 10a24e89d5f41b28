import { LIMITS } from "../../../../shared/protocol/limits.ts";

/** The staff's reasons with one more, the newest first; the oldest gives way when there are too many. */
export function withPhrase(known: readonly string[], phrase: string): string[] {
  return [phrase, ...known.filter((one) => one !== phrase)].slice(0, LIMITS.phrasesMax);
}
