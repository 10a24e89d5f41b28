import { UNIT_SEPARATORS } from "../../messages/collected-vocabulary.ts";
import { grouped } from "../people/grouped.ts";
import { isBlankWord, nameKey, tidyName } from "../roster/text.ts";
import type { CollectedDecisions } from "./row.ts";
import { writtenText } from "./text.ts";

/** The unit a question is meant for, and what about it is worth a look. */
export interface FoundUnit {
  readonly unit: string | null;
  readonly note: "unit_guessed" | "unit_unknown" | "units_several" | null;
}

export type FindUnit = (written: string) => FoundUnit;

/** A single character is the end of too many names. */
const TELLING_MIN_CHARS = 2;
const NONE: FoundUnit = { unit: null, note: null };

/**
 * Finds the unit that is meant among those that can be asked: as decided; else by its name; else the only one whose name ends
 * so (财政局, where there is 市财政局 alone). Of several in one cell the first that is found is taken.
 */
export function unitFinder(units: readonly string[], decided: CollectedDecisions["units"]): FindUnit {
  const keyed = units.map((unit) => ({ unit, key: nameKey(unit) }));
  const byKey = grouped(keyed, ({ key }) => key);
  const decisions = new Map(decided.map((one) => [nameKey(one.written), one.unit]));
  const exact = (written: string): FoundUnit | null => {
    const [one] = byKey.get(nameKey(written)) ?? [];
    return one === undefined ? null : { unit: one.unit, note: null };
  };
  const found = (written: string): FoundUnit | null => {
    const known = exact(written);
    if (known !== null) return known;
    const key = nameKey(written);
    const [like, ...others] = keyed.filter((one) => one.key.endsWith(key) || key.endsWith(one.key));
    if (like === undefined || others.length > 0 || key.length < TELLING_MIN_CHARS) return null;
    return { unit: like.unit, note: "unit_guessed" };
  };
  return (cell) => {
    const written = tidyName(cell);
    if (isBlankWord(written)) return NONE;
    const said = decisions.get(nameKey(writtenText(written)));
    if (said === null) return NONE;
    if (said !== undefined && units.includes(said)) return { unit: said, note: null };
    const parts = cell.split(UNIT_SEPARATORS).filter((part) => !isBlankWord(part));
    const whole = parts.length > 1 ? exact(written) : found(written);
    if (whole !== null) return whole;
    for (const part of parts) {
      const one = parts.length > 1 ? found(tidyName(part)) : null;
      if (one !== null) return { unit: one.unit, note: "units_several" };
    }
    return { unit: null, note: "unit_unknown" };
  };
}
