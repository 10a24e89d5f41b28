import type { StoredFields, StoredSession } from "./kind.ts";
import { isKind, kindOf } from "./kinds.ts";
import type { AnyRecord } from "./records.ts";

/** The records of a session as they are today; `changed` are those that were stored otherwise. */
export function upgradeRecords(stored: readonly Pick<StoredFields, "id" | "kind" | "rev">[]): {
  readonly records: readonly AnyRecord[];
  readonly changed: readonly AnyRecord[];
} {
  const all = stored as readonly StoredFields[];
  const made = new Map<unknown, unknown>();
  const session: StoredSession = {
    once: <T>(make: (stored: readonly StoredFields[], session: StoredSession) => T): T => {
      if (!made.has(make)) made.set(make, make(all, session));
      return made.get(make) as T;
    },
  };
  const changed: AnyRecord[] = [];
  const records = all.map((record) => {
    // What is of no known kind is left to whoever meets it.
    const today = isKind(record.kind) ? kindOf(record).upgrade(record, session) : record;
    if (today !== record) changed.push(today as unknown as AnyRecord);
    return today as unknown as AnyRecord;
  });
  return { records, changed };
}
