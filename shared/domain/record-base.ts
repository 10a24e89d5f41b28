import { z } from "zod";

/** What every record carries: `id` is `kind:…`, `rev` the journal seq at which it last changed. */
export function recordBase<K extends string>(kind: K) {
  return { id: z.string(), kind: z.literal(kind), rev: z.number().int().min(0) };
}

/** A record, in each of its states, without what every record carries. */
export type Bare<R> = R extends unknown ? Omit<R, "id" | "kind" | "rev"> : never;

/** All of a record but what every record carries. */
export function bareFields<R extends { readonly id: string; readonly kind: string; readonly rev: number }>(
  record: R,
): Bare<R> {
  const { id: _id, kind: _kind, rev: _rev, ...fields } = record;
  return fields as unknown as Bare<R>;
}

/** The name of the kind of which a record is, by its id. */
export function nameOfKind(recordId: string): string {
  return recordId.slice(0, recordId.indexOf(":"));
}
