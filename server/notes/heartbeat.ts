import { PING_FRAME } from "../web-socket-frames.ts";
import type { ActorBudget, ActorBudgets } from "./actor-budgets.ts";
import { NOTES_CLOSE } from "./close-codes.ts";
import type { NotesConnection } from "./connection.ts";
import type { DocumentRegistry } from "./document-registry.ts";
import type { NotesDocument } from "./notes-document.ts";
import type { NotesLimits } from "./notes-limits.ts";
import { KEEPALIVE_FRAME } from "./notes-messages.ts";

const BEAT = Buffer.concat([PING_FRAME, KEEPALIVE_FRAME]);

/** Looks at every connection now and then: dead peers are cut, those who do not read are closed; and forgets budgets at rest. Returns what stops it. */
export function startHeartbeat(
  documents: DocumentRegistry,
  budgets: ActorBudgets,
  limits: NotesLimits,
): () => void {
  let lastBeatMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const isBeat = nowMs - lastBeatMs >= limits.heartbeatMs;
    if (isBeat) lastBeatMs = nowMs;
    const inUse = new Set<ActorBudget>();
    for (const document of documents.all()) {
      for (const connection of [...document.connections]) {
        inUse.add(connection.budgets);
        if (isDead(connection, nowMs, limits)) {
          connection.cut();
          document.leave(connection);
        } else if (isSlow(connection, nowMs, limits)) document.dismiss(connection, NOTES_CLOSE.slow);
        else if (isBeat) beat(document, connection);
      }
    }
    budgets.forgetRested(nowMs, inUse);
  }, limits.slowReaderCheckMs);
  timer.unref();
  return () => clearInterval(timer);
}

function beat(document: NotesDocument, connection: NotesConnection): void {
  if (!connection.send(BEAT)) document.dismiss(connection, NOTES_CLOSE.slow);
}

function isDead(connection: NotesConnection, nowMs: number, limits: NotesLimits): boolean {
  return nowMs - connection.heardAtMs > limits.silenceMaxMs;
}

function isSlow(connection: NotesConnection, nowMs: number, limits: NotesLimits): boolean {
  if (connection.unsentBytes <= limits.outboundMaxBytes) {
    connection.slowSinceMs = null;
    return false;
  }
  connection.slowSinceMs ??= nowMs;
  return nowMs - connection.slowSinceMs >= limits.slowReaderMs;
}
