import type { AnyRecord, RecordKind, RecordOf } from "../domain/records.ts";

/** The records of one kind. */
export function ofKind<K extends RecordKind>(records: readonly AnyRecord[], kind: K): RecordOf<K>[] {
  return records.filter((record): record is RecordOf<K> => record.kind === kind);
}
