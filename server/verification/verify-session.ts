import { isDeepStrictEqual } from "node:util";
import type { Patch } from "../../shared/domain/patches.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import { overviewOf } from "../../shared/domain/session/overview.ts";
import { apply, SessionState } from "../../shared/domain/state.ts";
import { upgradeRecords } from "../../shared/domain/upgrades.ts";
import type { JournalRow } from "../ports/journal.ts";
import type { KeptData, KeptRecord } from "../ports/kept-data.ts";
import { ChainWalk } from "./chain-walk.ts";
import { compareRecords } from "./compare-records.ts";

export interface SessionVerdict {
  readonly rows: number;
  readonly records: number;
  /** The rows up to here were not replayed: an upgrade may have rewritten what they made. */
  readonly baselineHead: number;
  /** Where it breaks, without a name of a person; empty when it holds. */
  readonly troubles: readonly string[];
}

/** All that is looked at of a session, in a folder or in an archive. */
export type SessionData = Pick<KeptData, "head" | "journal" | "records" | "overview" | "baseline">;

/** Walks a session's chain, replays its journal and holds the outcome against its records. */
export function verifySession(data: SessionData, sessionId: string): SessionVerdict {
  const troubles: string[] = [];
  const baseline = data.baseline(sessionId);
  const baselineHead = baseline?.head ?? 0;
  let state: SessionState | null = SessionState.empty;
  if (baseline !== null)
    state = baseline.jsons === null ? null : stateAt(baselineHead, baseline.jsons, troubles);
  const walk = new ChainWalk();
  let rows = 0;
  for (const row of data.journal(sessionId)) {
    rows += 1;
    troubles.push(...walk.next(row));
    if (state !== null && row.seq > baselineHead) state = replay(state, row, troubles);
  }
  if (walk.seq < baselineHead) troubles.push(`rows up to ${baselineHead} are missing`);
  troubles.push(...walk.end(data.head(sessionId)));
  // Both as a server would load them: what an earlier version stored may not have been upgraded yet.
  const replayed = state && SessionState.of(state.head, upgradeRecords([...state.everything()]).records);
  const overview = data.overview(sessionId);
  if (replayed !== null && overview !== null && !isOverviewOf(replayed, overview))
    troubles.push("the overview is not as its records are");
  const compared = compareRecords(upgradedRows(data.records(sessionId)), replayed);
  return { rows, records: compared.records, baselineHead, troubles: [...troubles, ...compared.troubles] };
}

function stateAt(head: number, jsons: readonly string[], troubles: string[]): SessionState | null {
  try {
    return SessionState.of(
      head,
      jsons.map((json): AnyRecord => JSON.parse(json)),
    );
  } catch {
    troubles.push(`the records that were kept at row ${head} cannot be read`);
    return null;
  }
}

/** As they are where one cannot be read, which is then told of that one. */
function upgradedRows(kept: Iterable<KeptRecord>): readonly KeptRecord[] {
  const rows = [...kept];
  try {
    const { records } = upgradeRecords(rows.map(({ json }) => JSON.parse(json)));
    return rows.map((row, index) => ({ ...row, json: JSON.stringify(records[index]) }));
  } catch {
    return rows;
  }
}

function isOverviewOf(state: SessionState, json: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(json), overviewOf(state));
  } catch {
    return false;
  }
}

/** Null where the row cannot be applied: what came of the journal after it is not known. */
function replay(state: SessionState, row: JournalRow, troubles: string[]): SessionState | null {
  try {
    const patches: readonly Patch[] = JSON.parse(row.patches);
    return apply(state, patches, row.seq);
  } catch {
    troubles.push(`row ${row.seq} cannot be replayed`);
    return null;
  }
}
