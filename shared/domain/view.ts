import type { Lane, RecordView } from "../protocol/lanes.ts";
import type { AnyRecord } from "./records.ts";

/** A record's audiences, each with the fields it may see. A lane stands in it at most once. */
export type Presentation = readonly (readonly [Lane, RecordView])[];

/** `record` with `fields` alone, and what every view carries. */
export function viewOf<R extends AnyRecord>(record: R, fields: readonly (keyof R)[]): RecordView {
  const view: RecordView = { id: record.id, kind: record.kind, rev: record.rev };
  for (const field of fields) {
    if (record[field] !== undefined) view[field as string] = record[field];
  }
  return view;
}
