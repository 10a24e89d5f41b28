import { NOTES_CLOSE } from "./close-codes.ts";
import type { NotesConnection } from "./connection.ts";
import type { NotesLimits } from "./notes-limits.ts";
import type { NotesMessage } from "./notes-messages.ts";
import type { DocumentFill } from "./storing/document-fill.ts";
import type { Replica } from "./storing/replica.ts";
import type { PendingUpdate } from "./update/pending-update.ts";

type UpdateMessage = Extract<NotesMessage, { kind: "update" }>;

export interface IntakeContext {
  readonly replica: Replica;
  readonly fill: DocumentFill;
  readonly limits: NotesLimits;
  /** Milliseconds on a clock that is never set. */
  readonly nowMs: number;
  readonly storeDownUntilMs: number;
  readonly mayWriteAs: (clientId: number) => boolean;
}

/**
 * What becomes of an update message. `take`: its parts may go into the replica. `known`: nothing in it is new. `ignore`: let
 * go in silence. `turn-away`: the store is down, come again later.
 */
export type Intake =
  | { readonly kind: "take"; readonly ordinal: number; readonly pending: PendingUpdate }
  | { readonly kind: "known"; readonly ordinal: number }
  | { readonly kind: "turn-away" }
  | NotTaken;

export type NotTaken =
  | { readonly kind: "ignore" }
  | { readonly kind: "refuse"; readonly code: number; readonly reason: string };

/** Judges one update message of a connection; nothing has been taken in yet. */
export function intakeOf(
  connection: NotesConnection,
  { bytes, isStateAnswer }: UpdateMessage,
  context: IntakeContext,
): Intake {
  const ordinal = connection.countUpdate();
  const { updates, readBytes, newClientIds } = connection.budgets;
  const { nowMs } = context;
  if (!updates.take(nowMs)) return refuse(NOTES_CLOSE.overloaded, "too_many_updates");
  if (!readBytes.take(nowMs, bytes.length)) return refuse(NOTES_CLOSE.overloaded, "too_many_bytes");
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
      return onGap(connection, ordinal, isStateAnswer);
    case "known":
      connection.isSynced ||= isStateAnswer;
      return { kind: "known", ordinal };
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
  if (nowMs < context.storeDownUntilMs) return { kind: "turn-away" };
  if (context.fill.isFullFor(connection.access.actorId, bytes.length, nowMs))
    return refuse(NOTES_CLOSE.tooLarge, "document_full");
  if (verdict.newClientIds > 0 && !newClientIds.take(nowMs, verdict.newClientIds))
    return refuse(NOTES_CLOSE.overloaded, "too_many_client_ids");
  updates.charge(verdict.pending.size / context.limits.updateSizePerToken);
  return { kind: "take", ordinal, pending: verdict.pending };
}

/** y-websocket sends live edits before its state answer, which then carries them. */
export function onGap(connection: NotesConnection, ordinal: number, isStateAnswer: boolean): NotTaken {
  if (connection.isSynced || isStateAnswer) return refuse(NOTES_CLOSE.resync, "gap");
  return letGo(connection, ordinal);
}

function letGo(connection: NotesConnection, ordinal: number): NotTaken {
  connection.dropUntilSynced(ordinal);
  return { kind: "ignore" };
}

function refuse(code: number, reason: string): NotTaken {
  return { kind: "refuse", code, reason };
}
