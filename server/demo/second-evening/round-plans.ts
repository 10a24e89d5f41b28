import { groupPeople } from "../../../shared/domain/grouping/group-people.ts";
import type { Seating } from "../../../shared/domain/grouping/problem.ts";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { USUAL_RULES } from "../../../shared/domain/rounds/rules.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import { EVENING } from "./evening-words.ts";

const SEED = 20;

/** The first round sits as the roster says, the second so that as few as can be meet again. */
export function roundPlans(
  people: readonly PersonRecord[],
  rooms: readonly RoomRecord[],
  newId: () => string,
): CommandOf<"round.plan">[] {
  const asListed: Seating = new Map(people.map(({ personId, roomId }) => [personId, roomId ?? ""]));
  const groups = rooms.map(({ roomId }) => ({
    groupId: roomId,
    max: null,
    leaderId: null,
    recorderId: null,
  }));
  const problem = { people, groups, locked: new Map(), rules: USUAL_RULES, met: [asListed], seed: SEED };
  const mixed = groupPeople(problem);
  const roundIds = EVENING.rounds.map(() => newId());
  return [asListed, mixed].map((seating, at) => ({
    type: "round.plan",
    roundId: roundIds[at] ?? "",
    name: EVENING.rounds[at] ?? "",
    groups: rooms.map((room) => groupOf(room, seating, people)),
    rules: { ...USUAL_RULES, notMet: roundIds.slice(0, at) },
    seed: SEED,
  }));
}

/** Those of a group; a county's deputy head leads it, and the next county official writes. */
function groupOf(
  { roomId, name }: RoomRecord,
  seating: Seating,
  people: readonly PersonRecord[],
): RoundGroup {
  const own = people.filter(({ personId }) => seating.get(personId) === roomId);
  const counties = own.filter(({ side }) => side === "county");
  const leader = counties.find(({ duties }) => duties.includes("leader")) ?? counties[0];
  const recorder = counties.find((person) => person !== leader);
  return {
    roomId,
    name,
    max: null,
    locked: [],
    free: own.map(({ personId }) => personId),
    leaderId: leader?.personId ?? null,
    recorderId: recorder?.personId ?? null,
  };
}
