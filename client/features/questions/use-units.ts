import { useMemo, useRef } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import { useRecords } from "../../sync/hooks.ts";

/**
 * The units of those who have a place in `placeOf`, each once: the lower place first, then in the order of the roster; the
 * same array until it changes.
 */
export function useUnits(placeOf: (person: PersonView) => number | null): readonly string[] {
  const people = useRecords("person");
  const last = useRef<readonly string[]>([]);
  return useMemo(() => {
    const placed = people.flatMap((person) => {
      const place = placeOf(person);
      return place === null ? [] : [{ person, place }];
    });
    placed.sort((one, other) => one.place - other.place || byOrder(one.person, other.person));
    const units = [...new Set(placed.map(({ person }) => person.unit))];
    const isSame =
      units.length === last.current.length && units.every((unit, at) => unit === last.current[at]);
    if (!isSame) last.current = units;
    return last.current;
  }, [people, placeOf]);
}
