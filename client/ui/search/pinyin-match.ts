import { useEffect, useState } from "react";
import { nameKey } from "../../../shared/domain/roster/text.ts";

/** The readings of each character of a text in plain letters: `重庆` → [["zhong", "chong"], ["qing"]]. */
export type Readings = readonly (readonly string[])[];

/** Gives the readings of a text. */
export type ReadText = (text: string) => Readings;

const MARKED_LATIN = /[\u00C0-\u024F]|\p{M}/u;
const RETROFLEX = ["zh", "ch", "sh"];

/** What somebody typed, as it is compared: small letters without tones, no spaces, dots or separators, `ü` as `v`. */
export function normaliseTyped(typed: string): string {
  const key = nameKey(typed).replace(/['’]+/gu, "");
  if (!MARKED_LATIN.test(key)) return key;
  return key
    .normalize("NFD")
    .replace(/u\u0308/gu, "v")
    .replace(/\p{M}+/gu, "");
}

/**
 * Whether what was typed (normalised) fits `text`: it stands in it, or it spells the pinyin of neighbouring
 * characters, each in full, by its initial, or by a beginning where the typing ends. Without readings only the first.
 */
export function fits(typed: string, text: string, readings: Readings | undefined): boolean {
  if (typed === "" || normaliseTyped(text).includes(typed)) return true;
  if (readings === undefined || !/^[a-z]+$/.test(typed)) return false;
  return readings.some((_reading, start) => spells(typed, readings, start));
}

function spells(typed: string, readings: Readings, at: number): boolean {
  if (typed === "") return true;
  for (const reading of readings[at] ?? []) {
    if (reading.startsWith(typed)) return true;
    const initial = RETROFLEX.find((pair) => reading.startsWith(pair)) ?? reading.slice(0, 1);
    for (const part of [reading, initial, reading.slice(0, 1)]) {
      if (part !== "" && typed.startsWith(part) && spells(typed.slice(part.length), readings, at + 1)) {
        return true;
      }
    }
  }
  return false;
}

/** Fetches the pinyin dictionary, a piece of its own. Other characters read as themselves, spaces not at all. */
export async function loadReadText(): Promise<ReadText> {
  const { polyphonic } = await import("pinyin-pro");
  return (text) => {
    const readings = polyphonic(normaliseTyped(text), { toneType: "none", type: "array", v: true });
    return readings.map((ofCharacter) => ofCharacter.flatMap(spellingsOf));
  };
}

/** `lv` is also typed `lu`, as in passports `lyu`. */
function spellingsOf(reading: string): string[] {
  return /^[ln]v/.test(reading)
    ? [reading, reading.replace("v", "u"), reading.replace("v", "yu")]
    : [reading];
}

/** What is known of how some texts are read. */
export interface ReadingsSoFar {
  /** By text; empty as long as the dictionary is not there. */
  readonly readings: ReadonlyMap<string, Readings>;
  /** Whether the dictionary is on its way: what fits by pinyin cannot be told yet. */
  readonly isAwaited: boolean;
}

const NOT_READ: ReadonlyMap<string, Readings> = new Map();

/**
 * How each of `texts` is read. The dictionary is fetched once it `isNeeded`, again where it did not come and the need
 * comes back. Keep `texts` stable.
 */
export function useReadings(texts: readonly string[], isNeeded: boolean): ReadingsSoFar {
  const [readings, setReadings] = useState(NOT_READ);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isNeeded) return;
    let wanted = true;
    setFailed(false);
    loadReadText().then(
      (read) => wanted && setReadings(new Map(texts.map((text) => [text, read(text)]))),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [texts, isNeeded]);
  return { readings, isAwaited: isNeeded && !hasFailed && readings === NOT_READ };
}

/** Whether something typed may be pinyin, so that the dictionary is worth fetching. */
export function mayBePinyin(typed: string): boolean {
  return /[a-z]/.test(normaliseTyped(typed));
}
