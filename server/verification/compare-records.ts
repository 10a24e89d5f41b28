import { isDeepStrictEqual } from "node:util";
import { isKind, kindOf } from "../../shared/domain/kinds.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import type { KeptRecord } from "../ports/kept-data.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Holds records against what replaying the journal gave, as far as the journal has it; `state` is null where it gave nothing. */
export function compareRecords(
  kept: Iterable<KeptRecord>,
  state: SessionState | null,
): { readonly records: number; readonly troubles: readonly string[] } {
  const troubles: string[] = [];
  const seen = new Set<string>();
  for (const row of kept) {
    seen.add(row.id);
    const what = troubleOf(row, state);
    if (what !== null) troubles.push(`record ${row.id}: ${what}`);
  }
  for (const { id } of state?.everything() ?? []) if (!seen.has(id)) troubles.push(`record ${id}: missing`);
  return { records: seen.size, troubles };
}

function troubleOf(row: KeptRecord, state: SessionState | null): string | null {
  const record = parsed(row.json);
  if (record === null) return "cannot be read";
  const astray = (["id", "kind", "rev"] as const).filter((name) => record[name] !== row[name]);
  if (astray.length > 0) return `${astray.join(", ")} is another than the record itself says`;
  if (!isKind(row.kind)) return "of no known kind";
  const { schema, personal: personalFields } = kindOf(row);
  const issue = schema.safeParse(record).error?.issues[0];
  if (issue !== undefined) return `not as records of its kind are: ${issue.path.join(".") || "fields"}`;
  if (state === null) return null;
  const replayed: Fields | undefined = state.get(row.id) as Fields | undefined;
  if (replayed === undefined) return "the journal knows nothing of it";
  const personal = new Set<string>(personalFields);
  const names = [...new Set([...Object.keys(record), ...Object.keys(replayed)])];
  const differing = names.filter(
    (name) => !personal.has(name) && !isDeepStrictEqual(record[name], replayed[name]),
  );
  return differing.length === 0 ? null : `not as the journal made it: ${differing.join(", ")}`;
}

function parsed(json: string): Fields | null {
  try {
    const record: unknown = JSON.parse(json);
    return typeof record === "object" && record !== null ? (record as Fields) : null;
  } catch {
    return null;
  }
}
