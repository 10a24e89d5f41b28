import type { Acting } from "./acting.ts";
import type { AnyKind } from "./kind.ts";
import { KINDS } from "./kinds.ts";
import type { Patch } from "./patches.ts";
import type { RecordKind } from "./records.ts";

/** The records a session has from its beginning, beside those that its first command makes. */
export function beginSingletons({ state, now }: Acting, patches: readonly Patch[]): Patch[] {
  const { singleton } = KINDS.session;
  if (state.session() !== undefined || !patches.some(({ id }) => id === singleton?.id)) return [];
  return Object.entries<AnyKind>(KINDS as unknown as Record<string, AnyKind>).flatMap(
    ([kind, { singleton: one }]) =>
      one?.begin == null
        ? []
        : [{ op: "put", kind: kind as RecordKind, id: one.id, fields: one.begin(now) } satisfies Patch],
  );
}
