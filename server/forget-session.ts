import { SESSION_RECORD_ID } from "../shared/domain/session/records.ts";
import type { Previews } from "./documents/preview/previews.ts";
import type { ExportTasks } from "./exports/export-tasks.ts";
import type { HostRegistry } from "./host/host-registry.ts";
import type { GuessBook } from "./identity/guess-book.ts";
import type { PinAttempts } from "./identity/pin-attempts.ts";
import type { Tokens } from "./identity/tokens.ts";
import type { Lobbies } from "./lobby/lobbies.ts";
import type { NotesHub } from "./notes/notes-hub.ts";
import type { Audience } from "./ports/audience.ts";
import type { Storage } from "./ports/storage.ts";

/** Those who are in it hear `session_unknown` before their tokens end, which would tell them only to sign in anew. */
const HEARD_WITHIN_MS = 1_000;

export interface ForgettingParts {
  readonly hosts: HostRegistry;
  readonly notes: Pick<NotesHub, "forget">;
  readonly storage: Storage;
  readonly previews: Pick<Previews, "forget">;
  readonly exports: Pick<ExportTasks, "forget">;
  readonly tokens: Tokens;
  readonly lobbies: Lobbies;
  readonly attempts: PinAttempts;
  readonly book: GuessBook;
  readonly audience: Pick<Audience, "reset">;
}

/**
 * Takes a session away for good: out of memory, off the disk, and from those who look at it. Where the disk does not let it go
 * they come in anew, and so it is in memory again with what is due in it.
 */
export async function forgetSession(sessionId: string, parts: ForgettingParts): Promise<void> {
  const { hosts, notes, storage, previews, exports, tokens, lobbies, attempts, book, audience } = parts;
  const erase = () => notes.forget(sessionId, () => storage.forget(sessionId));
  const ended = await hosts.forget(sessionId, erase).catch((error: unknown) => {
    audience.reset(sessionId, "everyone");
    throw error;
  });
  lobbies.changed(sessionId, [SESSION_RECORD_ID]);
  book.forget(sessionId);
  previews.forget(sessionId);
  exports.forget(sessionId);
  audience.reset(sessionId, "everyone");
  setTimeout(() => tokens.ended(ended), HEARD_WITHIN_MS).unref();
  await attempts.forget(sessionId);
}
