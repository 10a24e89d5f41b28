import type { PersonRecord } from "./records.ts";
import { isAnsweringSide, onlyAnswers } from "./standing.ts";

/** The units that can be asked and speak for a county alone: what they lead is 县区互问. */
export function peerUnits(
  people: Iterable<Pick<PersonRecord, "side" | "unit"> & { readonly removed?: boolean | undefined }>,
): ReadonlySet<string> {
  const peers = new Set<string>();
  const others = new Set<string>();
  for (const { side, unit, removed } of people) {
    if (removed === true || !isAnsweringSide(side)) continue;
    if (onlyAnswers(side)) others.add(unit);
    else peers.add(unit);
  }
  // Browsers of three years ago have no differences of sets.
  return new Set([...peers].filter((unit) => !others.has(unit)));
}
