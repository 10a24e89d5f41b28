import { z } from "zod";

/** What every record carries: `id` is `kind:…`, `rev` the journal seq at which it last changed. */
export function recordBase<K extends string>(kind: K) {
  return { id: z.string(), kind: z.literal(kind), rev: z.number().int().min(0) };
}

/** The name of the kind of which a record is, by its id. */
export function nameOfKind(recordId: string): string {
  return recordId.slice(0, recordId.indexOf(":"));
}
