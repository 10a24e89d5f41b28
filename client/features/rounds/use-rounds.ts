import { useMemo } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { ViewOf } from "../../../shared/domain/records.ts";
import type { RoundRecord } from "../../../shared/domain/rounds/records.ts";
import { isSeatable } from "../../../shared/domain/rounds/seatable.ts";
import { useRecords } from "../../sync/hooks.ts";

export type Round = RoundRecord;
export type Person = ViewOf<"person">;

/** The rounds that are there, in their order; groups are called as their rooms are, once they have one. */
export function useRounds(): readonly Round[] {
  const rounds = useRecords("round");
  const rooms = useRecords("room");
  return useMemo(() => {
    const names = new Map(rooms.map(({ roomId, name }) => [roomId, name]));
    return rounds
      .filter(isForStaff)
      .filter(({ removed }) => !removed)
      .sort((one, other) => one.order - other.order)
      .map((round) => ({
        ...round,
        groups: round.groups.map((group) => ({ ...group, name: names.get(group.roomId) ?? group.name })),
      }));
  }, [rounds, rooms]);
}

/** Staff alone see rounds here, and all of them. */
function isForStaff(round: ViewOf<"round">): round is Round {
  return round.rules !== undefined && round.seed !== undefined && round.start !== undefined;
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
