import { overviewOf, sessionOverviewSchema } from "../../shared/domain/session/overview.ts";
import { replace, SessionState } from "../../shared/domain/state.ts";
import { upgradeRecords } from "../../shared/domain/upgrades.ts";
import type { AcceptedCommand, Journal } from "../ports/journal.ts";
import type { Log } from "../ports/log.ts";
import { impersonalRecord } from "./journal-row.ts";

/** A session as it is at the head of its journal, its records all as they are today. */
export interface HostedSession {
  readonly state: SessionState;
  /** Hash of the journal's last row. */
  readonly hash: string;
  readonly commands: readonly AcceptedCommand[];
}

/**
 * Loads a session; null when there is none. What an earlier version stored otherwise is upgraded, and stored so with what else
 * it left out: see decision 0016. Rejects with `StorageError` when it cannot be read.
 */
export async function loadSession(
  { journal, log }: { readonly journal: Journal; readonly log: Log },
  sessionId: string,
): Promise<HostedSession | null> {
  for (;;) {
    const loaded = await journal.load(sessionId);
    if (loaded === null) return null;
    const { head, hash, commands, openedAt } = loaded;
    const { records, changed } = upgradeRecords(loaded.records);
    const state = SessionState.of(head, records);
    const session = { state: marked(state, openedAt), hash, commands };
    const hasOverview = sessionOverviewSchema.safeParse(loaded.overview).success;
    if (hasOverview && changed.length === 0 && !loaded.lacksBaseline) return session;
    const isRewritten = changed.length > 0 || loaded.lacksBaseline;
    const amendment = {
      sessionId,
      head,
      put: changed,
      overview: overviewOf(state),
      baseline: isRewritten ? records.map(impersonalRecord) : null,
    };
    try {
      if (await journal.amend(amendment)) return session;
    } catch (error) {
      // It is upgraded again the next time.
      log("upgraded session not stored", { sessionId, error });
      return session;
    }
  }
}

/** The mark of a session that was opened from an archive, which stands beside its records and in none of them. */
function marked(state: SessionState, openedAt: number | null): SessionState {
  const session = state.session();
  if (session === undefined || openedAt === null) return state;
  return replace(state, { head: state.head, put: [{ ...session, openedAt }], remove: [] });
}
