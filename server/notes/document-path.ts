import { idSchema } from "../../shared/protocol/ids.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";

export interface DocumentAddress {
  readonly sessionId: string;
  readonly roomId: string;
  readonly documentName: string;
}

/** Reads `/yjs/<sessionId>/<roomId>/notes`, query aside; null for any other path. */
export function parseDocumentPath(url: string): DocumentAddress | null {
  const query = url.indexOf("?");
  const parts = (query === -1 ? url : url.slice(0, query)).split("/");
  const [start, prefix, sessionId = "", roomId = "", name] = parts;
  if (parts.length !== 5 || start !== "" || prefix !== "yjs" || name !== "notes") return null;
  if (!idSchema.safeParse(sessionId).success || !idSchema.safeParse(roomId).success) return null;
  return { sessionId, roomId, documentName: notesDocumentName(sessionId, roomId) };
}
