import type { NotesConnection } from "../connection.ts";
import type { StagedEntry } from "./group-commit.ts";

/** Tells each sender once how far its updates are on disk, the document up to `seq`. */
export function acknowledge(entries: readonly StagedEntry[], seq: number): void {
  const last = new Map<NotesConnection, { ordinal: number; isStateAnswer: boolean }>();
  for (const entry of entries) {
    if (entry.kind !== "update" && entry.kind !== "known") continue;
    const { connection, ordinal } = entry;
    const isStateAnswer = entry.isStateAnswer || last.get(connection)?.isStateAnswer === true;
    last.set(connection, { ordinal, isStateAnswer });
  }
  for (const [connection, { ordinal, isStateAnswer }] of last) {
    connection.acknowledge(ordinal, isStateAnswer, seq);
  }
}
