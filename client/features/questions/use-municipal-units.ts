import { useMemo, useRef } from "react";
import { useRecords } from "../../session/hooks.ts";

/** The units a question can be routed to, each once, in the order of the roster; the same array until it changes. */
export function useMunicipalUnits(): readonly string[] {
  const people = useRecords("person");
  const last = useRef<readonly string[]>([]);
  return useMemo(() => {
    const units = new Set(
      people
        .filter((person) => person.side === "municipal" && person.removed !== true)
        .sort((one, other) => one.order - other.order)
        .map((person) => person.unit),
    );
    const next = [...units];
    const same =
      next.length === last.current.length && next.every((unit, index) => unit === last.current[index]);
    if (!same) last.current = next;
    return last.current;
  }, [people]);
}
