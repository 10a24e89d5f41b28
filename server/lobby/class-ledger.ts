import type { FollowupRecord } from "../../shared/domain/followups/records.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import { upgradeRecords } from "../../shared/domain/upgrades.ts";
import type { ClassLedgerReply } from "../../shared/protocol/ledger-http.ts";
import type { Journal } from "../ports/journal.ts";

/** All that a ledger is made of. */
const LEDGER_KINDS = ["session", "followup", "progress", "person", "rating"] as const;

/** The records of a session's ledger as they are stored, without loading the session; null where there is none. */
export async function ledgerRecords(
  journal: Journal,
  sessionId: string,
): Promise<readonly AnyRecord[] | null> {
  const stored = await journal.records(sessionId, LEDGER_KINDS);
  return stored === null ? null : upgradeRecords(stored).records;
}

/** The records of the ledger of a session that is loaded. */
export function ledgerRecordsIn(state: SessionState): readonly AnyRecord[] {
  return LEDGER_KINDS.flatMap((kind): AnyRecord[] => [...state.all(kind)]);
}

/** The rows of one session's ledger, as a list of all sessions' shows them; `openedAts` says which were opened from an archive. */
export function classLedgerRows(
  records: readonly AnyRecord[],
  openedAts: ReadonlyMap<string, number | undefined>,
): ClassLedgerReply["rows"] {
  const session = records.find((record) => record.kind === "session");
  if (session === undefined) return [];
  const { sessionId, title } = session;
  const openedAt = openedAts.get(sessionId);
  const mark = openedAt !== undefined && { openedAt };
  return records
    .filter((record): record is FollowupRecord => record.kind === "followup")
    .map(({ followupId, number, text, leadUnit, supportUnits, personInCharge, dueAt, status }) => {
      const units = { leadUnit, supportUnits, personInCharge };
      return { sessionId, title, ...mark, followupId, number, text, ...units, dueAt, status };
    });
}
