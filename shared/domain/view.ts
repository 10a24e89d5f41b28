import type { Lane, RecordView } from "../protocol/lanes.ts";
import type { FieldOf } from "./kind.ts";
import type { AnyRecord } from "./records.ts";

/** A record's audiences, each with the fields it may see. A lane stands in it at most once. */
export type Presentation = readonly (readonly [Lane, RecordView])[];

/** What every view carries and `fields`, as far as the record has them: what is not named is not given. */
export function viewOf<R extends AnyRecord>(record: R, fields: readonly FieldOf<R>[]): RecordView {
  const view: RecordView = { id: record.id, kind: record.kind, rev: record.rev };
  for (const field of fields) {
    const value = (record as Readonly<Record<PropertyKey, unknown>>)[field];
    if (value !== undefined) view[field as string] = value;
  }
  return view;
}
