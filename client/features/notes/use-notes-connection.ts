import { useCallback, useEffect, useState } from "react";
import { useParams } from "react-router";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import { useIdentities } from "../../session/identity.tsx";
import { NotesConnection } from "./notes-connection.ts";
import { UnsavedCopy } from "./unsaved-copy.ts";

const BACKOFF_MIN_MS = 1_500;
const BACKOFF_SPREAD_MS = 2_000;

/**
 * The connection of a room's notes for as long as the component stands, null before the first effect, and how to
 * begin anew with what the server has.
 */
export function useNotesConnection(roomId: string): readonly [NotesConnection | null, () => void] {
  const { sessionId = "" } = useParams();
  const { current } = useIdentities();
  const token = current?.token;
  const actorId = current?.personId ?? current?.kind;
  const [connection, setConnection] = useState<NotesConnection | null>(null);
  const [attempt, setAttempt] = useState(0);
  const beginAnew = useCallback(() => setAttempt((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another connection
  useEffect(() => {
    if (token === undefined || actorId === undefined) return;
    const opened = new NotesConnection({
      url: `${window.location.protocol === "https:" ? "wss" : "ws"}://${window.location.host}/yjs`,
      documentName: notesDocumentName(sessionId, roomId),
      token,
      makeCopy: (documentKey) =>
        new UnsavedCopy(window.localStorage, { sessionId, roomId, actorId }, documentKey),
      Socket: WebSocket,
      maxBackoffMs: BACKOFF_MIN_MS + Math.random() * BACKOFF_SPREAD_MS,
    });
    // A microtask later, so that an effect undone at once, as in strict mode, opens no socket.
    queueMicrotask(() => opened.connect());
    const keep = () => opened.keepNow();
    window.addEventListener("pagehide", keep);
    setConnection(opened);
    return () => {
      window.removeEventListener("pagehide", keep);
      opened.dispose();
      setConnection(null);
    };
  }, [sessionId, roomId, token, actorId, attempt]);
  return [connection, beginAnew];
}
