import { useCallback, useEffect, useMemo, useState } from "react";
import { useParams } from "react-router";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import { browserStorage } from "../../sync/browser-storage.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { AsideTexts } from "./aside-texts.ts";
import { NotesConnection } from "./notes-connection.ts";
import { UnsavedCopy } from "./unsaved-copy.ts";

const BACKOFF_MIN_MS = 1_500;
const BACKOFF_SPREAD_MS = 2_000;

interface OpenNotes {
  /** Null before the first effect. */
  readonly connection: NotesConnection | null;
  /** Begins anew with what the server has. */
  readonly beginAnew: () => void;
  /** What is set aside of this person in these notes. */
  readonly asides: AsideTexts;
}

/** The connection of a room's notes for as long as the component stands. */
export function useNotesConnection(roomId: string): OpenNotes {
  const { sessionId = "" } = useParams();
  const { current } = useIdentities();
  const token = current?.token;
  const actorId = current?.personId ?? current?.kind;
  const [connection, setConnection] = useState<NotesConnection | null>(null);
  const [attempt, setAttempt] = useState(0);
  const beginAnew = useCallback(() => setAttempt((count) => count + 1), []);
  const asides = useMemo(
    () => new AsideTexts(browserStorage.strict(), { sessionId, roomId, actorId: actorId ?? "" }),
    [sessionId, roomId, actorId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another connection
  useEffect(() => {
    if (token === undefined || actorId === undefined) return;
    const opened = new NotesConnection({
      url: `${window.location.protocol === "https:" ? "wss" : "ws"}://${window.location.host}/yjs`,
      documentName: notesDocumentName(sessionId, roomId),
      token,
      makeCopy: (documentKey) =>
        new UnsavedCopy(browserStorage.strict(), { sessionId, roomId, actorId }, documentKey),
      Socket: WebSocket,
      maxBackoffMs: BACKOFF_MIN_MS + Math.random() * BACKOFF_SPREAD_MS,
      onSetAside: (text) => {
        asides.add(text, Date.now());
        beginAnew();
      },
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
  }, [sessionId, roomId, token, actorId, asides, beginAnew, attempt]);
  return { connection, beginAnew, asides };
}
