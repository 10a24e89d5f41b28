import { grouped } from "../people/grouped.ts";
import type { PersonRecord } from "../people/records.ts";
import { placeKey } from "../roster/draft.ts";
import { readName } from "../roster/names.ts";
import { isBlankWord, nameKey, tidyName } from "../roster/text.ts";
import type { CollectedDecisions } from "./row.ts";
import { writtenText } from "./text.ts";

/** Who a list says asked, as it is written. */
export interface WrittenAsker {
  readonly unit: string;
  readonly name: string;
}

/** Who asked: somebody of the roster, or nobody of it, whose question staff ask. */
export type FoundAsker =
  | {
      readonly kind: "person";
      readonly person: PersonRecord;
      /** `name`: the unit is not said, or said in other words; `unit`: the only one of the unit, and no name is said. */
      readonly by: "written" | "decided" | "name" | "unit";
    }
  | { readonly kind: "staff" };

export type FindAsker = (written: WrittenAsker) => FoundAsker | null;

/** What two writings of one asker share. */
export function askerKey(written: WrittenAsker): string {
  return placeKey(written);
}

/** Unit and name out of their cells, cut; what says nothing is empty. */
export function writtenAsker(unit: string, name: string): WrittenAsker {
  const read = readName(name);
  return { unit: told(tidyName(unit)), name: told(read === "several" ? tidyName(name) : read.name) };
}

function told(text: string): string {
  return isBlankWord(text) ? "" : writtenText(text);
}

/**
 * Finds whom a list names: as decided; else by name and unit; else by a name that only one has, where no unit is said or the
 * unit's names overlap; else the only one of a county's unit, where no name is said. Null where nobody can say, as of namesakes.
 */
export function askerFinder(
  people: Iterable<PersonRecord>,
  decided: CollectedDecisions["askers"],
): FindAsker {
  const here = [...people].filter((person) => !person.removed);
  const byId = new Map(here.map((person) => [person.personId, person]));
  const byPlace = grouped(here, placeKey);
  const byName = grouped(here, ({ name }) => nameKey(name));
  const askers = here.filter(({ side }) => side === "county");
  const byUnit = grouped(askers, ({ unit }) => nameKey(unit));
  const decisions = new Map(decided.map((one) => [askerKey(one), one.personId]));

  return (written) => {
    const said = decisions.get(askerKey(written));
    if (said === null) return { kind: "staff" };
    const chosen = said === undefined ? undefined : byId.get(said);
    if (chosen !== undefined) return { kind: "person", person: chosen, by: "decided" };
    if (written.name === "") {
      return written.unit === "" ? null : only(byUnit.get(nameKey(written.unit)), "unit");
    }
    const exact = byPlace.get(placeKey(written));
    if (exact !== undefined) return only(exact, "written");
    const namesakes = byName.get(nameKey(written.name)) ?? [];
    return overlap(written.unit, namesakes[0]?.unit ?? "") ? only(namesakes, "name") : null;
  };
}

function only(
  people: readonly PersonRecord[] | undefined,
  by: "written" | "name" | "unit",
): FoundAsker | null {
  const [person, ...others] = people ?? [];
  return person === undefined || others.length > 0 ? null : { kind: "person", person, by };
}

/** Whether one name of a unit holds the other: 滑县 and 滑县人民政府; nothing said fits any. */
function overlap(written: string, unit: string): boolean {
  const [one, other] = [nameKey(written), nameKey(unit)];
  return one.includes(other) || other.includes(one);
}
