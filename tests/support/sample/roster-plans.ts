import { type PersonRecord, personRecordId } from "../../../shared/domain/people/records.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { planRoster, type RosterPlan } from "../../../shared/domain/roster/plan.ts";
import type { PlannedRow } from "../../../shared/domain/roster/planned-row.ts";
import type { RosterDecisions, RosterRow } from "../../../shared/domain/roster/row.ts";

export type Cells = RosterRow["cells"];

export const rowsOf = (...list: Cells[]): RosterRow[] =>
  list.map((cells, index) => ({ sheet: null, row: index + 1, part: 0, cells, notes: [] }));

/** Plans with ids that never repeat over one test. */
export function planner() {
  let ids = 0;
  return (
    rows: readonly RosterRow[],
    people: readonly PersonRecord[] = [],
    rooms: readonly RoomRecord[] = [],
    decisions?: RosterDecisions,
  ) =>
    planRoster(
      rows,
      people,
      rooms,
      () => {
        ids += 1;
        return `person${ids}`.padEnd(22, "_");
      },
      decisions,
    );
}

/** The people as they are after the plan is imported. */
export function imported({ people }: RosterPlan, before: readonly PersonRecord[] = []): PersonRecord[] {
  const records = new Map(before.map((person) => [person.personId, person]));
  for (const person of people) {
    const known = records.get(person.personId) ?? { roomId: null, arrivedAt: null };
    const identity = { id: personRecordId(person.personId), kind: "person", rev: 1 } as const;
    records.set(person.personId, { ...known, ...identity, sideGuessed: false, ...person, removed: false });
  }
  return [...records.values()];
}

export const reasons = (plan: RosterPlan) =>
  plan.rows.map((row) => (row.status === "refused" ? row.reason : row.status));
export const changesOf = (row: PlannedRow | undefined) => (row?.status === "changed" ? row.changes : []);
export const notesOf = (row: PlannedRow | undefined) =>
  row === undefined || row.status === "refused" ? [] : row.notes;
