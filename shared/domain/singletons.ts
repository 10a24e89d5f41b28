import type { Acting } from "./acting.ts";
import { KINDS, KINDS_BY_NAME } from "./kinds.ts";
import type { Patch } from "./patches.ts";
import type { RecordKind } from "./records.ts";

/** The records a session has from its beginning, beside those that its first command makes. */
export function beginSingletons({ state, now }: Acting, patches: readonly Patch[]): Patch[] {
  const { singleton } = KINDS.session;
  if (state.session() !== undefined || !patches.some(({ id }) => id === singleton?.id)) return [];
  return Object.entries(KINDS_BY_NAME).flatMap(([kind, { singleton: one }]) =>
    one?.begin == null
      ? []
      : [{ op: "put", kind: kind as RecordKind, id: one.id, fields: one.begin(now) } satisfies Patch],
  );
}
