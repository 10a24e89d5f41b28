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

/** A record as `patches` leave it; undefined where there is none then. */
export function patched(
  id: string,
  before: AnyRecord | undefined,
  patches: readonly Patch[],
): AnyRecord | undefined {
  let record = before;
  for (const patch of patches) {
    if (patch.id !== id) continue;
    if (patch.op === "remove") record = undefined;
    else {
      const kept = patch.op === "put" ? { id, kind: patch.kind, rev: before?.rev ?? 0 } : record;
      record = { ...kept, ...patch.fields } as AnyRecord;
    }
  }
  return record;
}
