import type { RecordKind } from "../domain/records.ts";

/** What happens while people talk, of which no document says anything. */
const UNREAD: ReadonlySet<RecordKind> = new Set<RecordKind>([
  "offer",
  "choice",
  "support",
  "trail",
  "phrases",
  "stage",
  "stageQueue",
  "floor",
  "notesHold",
  "timer",
  "help",
  "notice",
  "ledgerImport",
  "export",
]);

/** Whether a document may change with records of this kind. */
export function isReadByDocuments(kind: RecordKind): boolean {
  return !UNREAD.has(kind);
}
