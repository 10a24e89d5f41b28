import { nameKey } from "../../../../shared/domain/roster/text.ts";
import type { Readings } from "../../../ui/search/pinyin-match.ts";

/** Gives the readings of a name, or nothing while they are not known. */
export type ReadingsOf = (name: string) => Readings | undefined;

/** Whether two names may be one person's: one character other, more or less, two neighbours swapped, or the same pinyin. */
export function isNearName(one: string, other: string, readingsOf: ReadingsOf): boolean {
  const from = [...nameKey(one)];
  const to = [...nameKey(other)];
  if (Math.min(from.length, to.length) < 2) return false;
  return isOneStepApart(from, to) || soundAlike(readingsOf(one), readingsOf(other));
}

function isOneStepApart(from: readonly string[], to: readonly string[]): boolean {
  const [shorter, longer] = from.length <= to.length ? [from, to] : [to, from];
  if (longer.length - shorter.length > 1) return false;
  const at = shorter.findIndex((character, index) => character !== longer[index]);
  if (at === -1) return true;
  const restIsEqual = (skipShorter: number, skipLonger: number) =>
    shorter.slice(at + skipShorter).join("") === longer.slice(at + skipLonger).join("");
  if (longer.length > shorter.length) return restIsEqual(0, 1);
  const isSwap = shorter[at] === longer[at + 1] && shorter[at + 1] === longer[at];
  return restIsEqual(1, 1) || (isSwap && restIsEqual(2, 2));
}

function soundAlike(one: Readings | undefined, other: Readings | undefined): boolean {
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return one.every((readings, index) => readings.some((reading) => other[index]?.includes(reading)));
}
