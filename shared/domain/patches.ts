import type { Bare } from "./record-base.ts";
import type { AnyRecord, RecordKind, RecordOf } from "./records.ts";

/**
 * What a command changes. `put` makes or replaces a whole record, `set` changes fields of one that exists,
 * `remove` takes it away. `rev` is stamped when patches are applied.
 */
export type Patch =
  | { readonly op: "put"; readonly id: string; readonly kind: RecordKind; readonly fields: object }
  | { readonly op: "set"; readonly id: string; readonly fields: object }
  | { readonly op: "remove"; readonly id: string };

/** A patch that makes or replaces a record of `kind`. */
export function put<K extends RecordKind>(kind: K, id: string, fields: Bare<RecordOf<K>>): Patch {
  return { op: "put", id, kind, fields };
}

/** A patch that changes some fields of `record`, never those that tell its state: use `put` with the whole record for that. */
export function set<R extends AnyRecord>(
  record: R,
  fields: Partial<Omit<R, "id" | "kind" | "rev" | "status">>,
): Patch {
  return { op: "set", id: record.id, fields };
}

export function remove(id: string): Patch {
  return { op: "remove", id };
}

/** The record that `patch` makes of what was there, as far as its fields go; undefined where it takes it away. */
export function afterPatch<R extends AnyRecord>(before: R | undefined, patch: Patch): R | undefined {
  if (patch.op === "remove") return undefined;
  const fields = patch.op === "put" ? patch.fields : { ...before, ...patch.fields };
  return fields as R;
}
