import { useMemo } from "react";
import type { PlannedRow } from "../../../../shared/domain/roster/planned-row.ts";
import { nameKey } from "../../../../shared/domain/roster/text.ts";
import { useReadings } from "../../../ui/search/pinyin-match.ts";
import type { AbsentPerson, RosterReply } from "../roster-reply.ts";
import { isNearName } from "./near-names.ts";

/** For each row of somebody new: those of the same unit, in no row themselves, not even a refused one, whose name may be this one. */
export type RenameOffers = ReadonlyMap<PlannedRow, readonly AbsentPerson[]>;

export function useRenameOffers(plan: RosterReply): RenameOffers {
  const offered = useMemo(() => sameUnit(plan), [plan]);
  const names = useMemo(
    () => [
      ...new Set(offered.flatMap(({ row, people }) => [row.person.name, ...people.map(({ name }) => name)])),
    ],
    [offered],
  );
  const { readings } = useReadings(names, names.length > 0);
  return useMemo(() => {
    const offers = new Map<PlannedRow, readonly AbsentPerson[]>();
    for (const { row, people } of offered) {
      const near = people.filter(({ name }) => isNearName(row.person.name, name, (one) => readings.get(one)));
      if (near.length > 0) offers.set(row, near);
    }
    return offers;
  }, [offered, readings]);
}

function sameUnit({ rows, absent }: RosterReply) {
  const byUnit = new Map<string, AbsentPerson[]>();
  for (const person of absent) {
    if (person.rowRefused === true) continue;
    const unit = nameKey(person.unit);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), person]);
  }
  return rows.flatMap((row) => {
    const people = row.status === "new" ? byUnit.get(nameKey(row.person.unit)) : undefined;
    return row.status === "new" && people !== undefined ? [{ row, people }] : [];
  });
}
