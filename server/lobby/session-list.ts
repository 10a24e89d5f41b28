import {
  overviewOf,
  type SessionOverview,
  sessionOverviewSchema,
} from "../../shared/domain/session/overview.ts";
import { loadSession } from "../host/load-session.ts";
import type { Journal } from "../ports/journal.ts";
import type { Log } from "../ports/log.ts";

/** The overview of a session, and when it was opened from an archive; absent where it was held here. */
export type ListedOverview = SessionOverview & { readonly openedAt?: number };

/**
 * The sessions as lists show them. An earlier version stored no overview: those sessions are loaded once, one after the other,
 * which upgrades them and stores it.
 */
export class SessionList {
  readonly #parts: { readonly journal: Journal; readonly log: Log };
  readonly #making = new Map<string, Promise<SessionOverview | null>>();
  #isClosed = false;

  constructor(parts: { readonly journal: Journal; readonly log: Log }) {
    this.#parts = parts;
  }

  /** Every session, newest first. Rejects with `StorageError`. */
  async all(): Promise<ListedOverview[]> {
    const overviews: ListedOverview[] = [];
    for (const { sessionId, overview, openedAt } of await this.#parts.journal.sessions()) {
      const stored = sessionOverviewSchema.safeParse(overview);
      if (!stored.success && this.#isClosed) break;
      const found = stored.success ? stored.data : await this.#made(sessionId);
      if (found !== null) overviews.push(openedAt === null ? found : { ...found, openedAt });
    }
    return overviews.sort(
      (one, other) => other.createdAt - one.createdAt || (one.sessionId < other.sessionId ? -1 : 1),
    );
  }

  /** Loads no session any more for the list's sake. */
  close(): void {
    this.#isClosed = true;
  }

  #made(sessionId: string): Promise<SessionOverview | null> {
    const known = this.#making.get(sessionId);
    if (known !== undefined) return known;
    const making = loadSession(this.#parts, sessionId)
      .then((loaded) => loaded && overviewOf(loaded.state))
      .finally(() => this.#making.delete(sessionId));
    this.#making.set(sessionId, making);
    return making;
  }
}
