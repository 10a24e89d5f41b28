import type { RosterPerson } from "../../protocol/commands/people.ts";
import { dutySchema } from "../../protocol/commands/people.ts";
import type { PersonRecord } from "../people/records.ts";
import { rosterChanges } from "./changes.ts";
import type { RowDraft, RowFault, RowNote, RowReason } from "./draft.ts";
import type { ImportedIdentity } from "./identity.ts";
import { isOrderIgnored } from "./order.ts";
import type { RosterField, RosterRow } from "./row.ts";
import { tidyName } from "./text.ts";
import { inferSide } from "./words.ts";

/** Where a row stands in the source; `sheet` is null where the source has none. */
export interface RowPlace {
  readonly sheet: string | null;
  readonly row: number;
}

/** One field an import would change; `removed` turns false for somebody who comes back onto the roster. */
export interface FieldChange {
  readonly field: Exclude<keyof RosterPerson, "personId"> | "removed";
  readonly before: string | number | boolean | null | readonly string[];
  readonly after: string | number | boolean | null | readonly string[];
}

/** What an import would do with one row. */
export type PlannedRow = RowPlace &
  (
    | { readonly status: "new"; readonly person: RosterPerson; readonly notes: readonly RowNote[] }
    | { readonly status: "unchanged"; readonly person: RosterPerson; readonly notes: readonly RowNote[] }
    | {
        readonly status: "changed";
        readonly person: RosterPerson;
        readonly changes: readonly FieldChange[];
        readonly notes: readonly RowNote[];
      }
    | {
        readonly status: "refused";
        /** Name and unit as far as they can be read, for finding the row again. */
        readonly name: string;
        readonly unit: string;
        readonly reason: RowReason;
        readonly field?: RosterField;
        /** The row this one repeats. */
        readonly other?: RowPlace;
      }
  );

/** A row that cannot be imported, with the row it repeats where it repeats one. */
export function refusedRow(source: RosterRow, fault: RowFault, other?: RosterRow): PlannedRow {
  return {
    sheet: source.sheet,
    row: source.row,
    status: "refused",
    name: tidyName(source.cells.name ?? ""),
    unit: tidyName(source.cells.unit ?? ""),
    reason: fault.reason,
    ...(fault.field !== undefined && { field: fault.field }),
    ...(other !== undefined && { other: { sheet: other.sheet, row: other.row } }),
  };
}

/** What an import does with a row of somebody known or new. `newId` is called for somebody new. */
export function importedRow(
  draft: RowDraft,
  identity: ImportedIdentity,
  order: number,
  hasRoom: (group: string) => boolean,
  newId: () => string,
): PlannedRow {
  const { source } = draft;
  const before = identity.kind === "known" ? identity.person : null;
  const side = draft.side ?? (before === null || before.sideGuessed === true ? undefined : before.side);
  const duties = draft.duties ?? before?.duties ?? [];
  const person: RosterPerson = {
    personId: before?.personId ?? newId(),
    order,
    name: draft.name,
    unit: draft.unit,
    post: given(draft.post, before?.post),
    side: side ?? inferSide(draft.unit),
    ...(side === undefined && { sideGuessed: true }),
    duties: dutySchema.options.filter((duty) => duties.includes(duty)),
    group: given(draft.group, before?.group),
    seat: given(draft.seat, before?.seat),
  };
  const notes: RowNote[] = [...draft.notes];
  if (side === undefined) notes.push("side_inferred");
  if (isOrderIgnored(source.cells.order)) notes.push("order_ignored");
  if (person.group !== null && !hasRoom(person.group)) notes.push("group_without_room");
  if (identity.kind === "known" && identity.by === "name") notes.push("matched_by_name");
  const row = { sheet: source.sheet, row: source.row, person, notes };
  if (before === null) return { ...row, status: "new" };
  const changes = changesOf(before, person);
  return changes.length === 0 ? { ...row, status: "unchanged" } : { ...row, status: "changed", changes };
}

function given(value: string | null | undefined, before: string | null | undefined): string | null {
  return value === undefined ? (before ?? null) : value;
}

function changesOf(before: PersonRecord, person: RosterPerson): FieldChange[] {
  const after = rosterChanges(before, person, () => before.roomId);
  return CHANGING_FIELDS.flatMap((field) => {
    const value = after[field];
    if (value === undefined || (field === "sideGuessed" && after.side !== undefined)) return [];
    return [{ field, before: before[field] ?? null, after: value }];
  });
}

const CHANGING_FIELDS = [
  "removed",
  "order",
  "name",
  "unit",
  "post",
  "side",
  "sideGuessed",
  "duties",
  "group",
  "seat",
] as const satisfies FieldChange["field"][];
