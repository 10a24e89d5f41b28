import type { SessionList } from "../lobby/session-list.ts";
import type { Journal } from "../ports/journal.ts";
import { ChainWalk } from "./chain-walk.ts";

/** What a start looks at: so many rows before the head of so many sessions, the newest first, for about so long. */
const NEWEST = { sessions: 20, rows: 200, budgetMs: 200 } as const;

/** Follows the end of the newest journals up to their heads. Gives where it breaks. Rejects with `StorageError`. */
export async function checkNewestPart(journal: Journal, list: Pick<SessionList, "all">): Promise<string[]> {
  const endMs = performance.now() + NEWEST.budgetMs;
  const troubles: string[] = [];
  for (const { sessionId } of (await list.all()).slice(0, NEWEST.sessions)) {
    troubles.push(
      ...(await checkEnd(journal, sessionId)).map((trouble) => `session ${sessionId}: ${trouble}`),
    );
    if (performance.now() > endMs) break;
  }
  return troubles;
}

async function checkEnd(journal: Journal, sessionId: string): Promise<string[]> {
  const head = await journal.head(sessionId);
  const seq = Math.max(0, (head?.head ?? 0) - NEWEST.rows);
  const walk = seq === 0 ? new ChainWalk() : new ChainWalk({ seq, hash: null });
  // Not beyond the head as it was read: the session may be going on.
  const rows = await journal.rows(sessionId, seq, (head?.head ?? 0) - seq);
  const troubles = [...rows.flatMap((row) => walk.next(row)), ...walk.end(head)];
  // A rehearsal may be wiped meanwhile.
  return troubles.length > 0 && (await journal.head(sessionId)) === null ? [] : troubles;
}
