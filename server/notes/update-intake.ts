import { NOTES_CLOSE } from "./close-codes.ts";
import type { CompactionNeed } from "./compaction-need.ts";
import type { NotesConnection } from "./connection.ts";
import type { StagedEntry } from "./group-commit.ts";
import type { NotesLimits } from "./notes-limits.ts";
import type { NotesMessage } from "./notes-messages.ts";
import type { Replica } from "./replica.ts";

export interface IntakeContext {
  readonly replica: Replica;
  readonly compaction: CompactionNeed;
  readonly limits: NotesLimits;
  readonly nowMs: number;
  readonly storeDownUntilMs: number;
  readonly mayWriteAs: (clientId: number) => boolean;
}

/**
 * What becomes of an update message. `stage`: goes to the disk, or waits for it. `ignore`: let go in silence.
 * `turn-away`: the store is down, come again later. `broken`: the replica is no more to be used.
 */
export type Intake =
  | { readonly kind: "stage"; readonly entry: Extract<StagedEntry, { kind: "update" | "known" }> }
  | { readonly kind: "ignore" | "turn-away" | "broken" }
  | { readonly kind: "refuse"; readonly code: number; readonly reason: string };

const IGNORE: Intake = { kind: "ignore" };

/** Judges one update message of a connection and, when it is good, lets the replica take it in. */
export function takeUpdate(
  connection: NotesConnection,
  { bytes, isStateAnswer }: Extract<NotesMessage, { kind: "update" }>,
  context: IntakeContext,
): Intake {
  const ordinal = connection.countUpdate();
  if (!connection.updates.take(context.nowMs)) return refuse(NOTES_CLOSE.overloaded, "too_many_updates");
  const verdict = context.replica.judge(bytes, context.mayWriteAs);
  switch (verdict.kind) {
    case "malformed":
      return refuse(NOTES_CLOSE.malformed, verdict.reason);
    case "forbidden":
      return refuse(NOTES_CLOSE.contentRefused, verdict.reason);
    case "foreign":
      if (!connection.access.canWrite) return letGo(connection, ordinal);
      return refuse(NOTES_CLOSE.noRight, "foreign_client");
    case "gap":
      // y-websocket sends live edits before its state answer, which then carries them.
      if (connection.isSynced || isStateAnswer) return refuse(NOTES_CLOSE.resync, "gap");
      return letGo(connection, ordinal);
    case "known":
      connection.isSynced ||= isStateAnswer;
      return { kind: "stage", entry: { kind: "known", connection, ordinal, isStateAnswer } };
    case "new":
      break;
    default: {
      const unreachable: never = verdict;
      return unreachable;
    }
  }
  if (!connection.access.canWrite) {
    connection.isSynced ||= isStateAnswer;
    return letGo(connection, ordinal);
  }
  if (context.nowMs < context.storeDownUntilMs) return { kind: "turn-away" };
  if (isTooLarge(bytes, context)) return refuse(NOTES_CLOSE.tooLarge, "document_full");
  connection.isSynced ||= isStateAnswer;
  const row = context.replica.take(bytes, {
    actor: connection.access.actorId,
    clientIds: verdict.clientIds,
    at: context.nowMs,
  });
  if (row === null) return { kind: "broken" };
  context.compaction.added(bytes.length);
  return { kind: "stage", entry: { kind: "update", connection, ordinal, isStateAnswer, row } };
}

/** The stored bytes bound the size from above and cost nothing; only past the limit is it worth measuring. */
function isTooLarge(bytes: Uint8Array, { replica, compaction, limits }: IntakeContext): boolean {
  if (compaction.storedBytes + bytes.length <= limits.documentMaxBytes) return false;
  return replica.fullState().length + bytes.length > limits.documentMaxBytes;
}

function letGo(connection: NotesConnection, ordinal: number): Intake {
  connection.dropUntilSynced(ordinal);
  return IGNORE;
}

function refuse(code: number, reason: string): Intake {
  return { kind: "refuse", code, reason };
}
