import { useMemo, useRef } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import { useRecords } from "../../sync/hooks.ts";

/** The units of those who `counts`, each once, in the order of the roster; the same array until it changes. */
export function useUnits(counts: (person: PersonView) => boolean): readonly string[] {
  const people = useRecords("person");
  const last = useRef<readonly string[]>([]);
  return useMemo(() => {
    const units = [
      ...new Set(
        people
          .filter(counts)
          .sort(byOrder)
          .map(({ unit }) => unit),
      ),
    ];
    const isSame =
      units.length === last.current.length && units.every((unit, at) => unit === last.current[at]);
    if (!isSame) last.current = units;
    return last.current;
  }, [people, counts]);
}
