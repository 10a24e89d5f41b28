import { useMemo } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { ViewOf } from "../../../shared/domain/records.ts";
import { isSeatable } from "../../../shared/domain/rounds/round-problem.ts";
import { useRecords } from "../../sync/hooks.ts";

export type Round = ViewOf<"round">;
export type Person = ViewOf<"person">;

/** The rounds that are there, in their order. */
export function useRounds(): readonly Round[] {
  const rounds = useRecords("round");
  return useMemo(
    () => rounds.filter(({ removed }) => !removed).sort((one, other) => one.order - other.order),
    [rounds],
  );
}

export interface RoundPeople {
  /** Everybody on the roster by 排序号. */
  readonly all: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
  /** Whom a round seats of itself. */
  readonly seatable: readonly Person[];
}

export function useRoundPeople(): RoundPeople {
  const people = useRecords("person");
  return useMemo(() => {
    const all = people.filter(({ removed }) => removed !== true).sort(byOrder);
    return {
      all,
      byId: new Map(all.map((person) => [person.personId, person])),
      seatable: all.filter(isSeatable),
    };
  }, [people]);
}
