import { useEffect, useState } from "react";
import { notesDocumentName } from "../../../../shared/protocol/notes.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import type { NoteLine } from "./note-line.ts";

const RETRY_MS = 3_000;

/** A room's notes as they are read: as they come, not at all, or what was read last. */
export type RoomNotes =
  | { readonly status: "loading" }
  | { readonly status: "refused" }
  | { readonly status: "read"; readonly lines: readonly NoteLine[] };

const LOADING: RoomNotes = { status: "loading" };

/** What stands in a room's notes, for as long as the component stands; fetched with what reads them when it is first asked for. */
export function useRoomNotes(roomId: string): RoomNotes {
  const { sessionId, token } = useSessionClient();
  const [notes, setNotes] = useState<{ readonly roomId: string; readonly notes: RoomNotes } | null>(null);
  useEffect(() => {
    let isWanted = true;
    let retry: number | undefined;
    let close: (() => void) | undefined;
    const tell = (next: RoomNotes) => {
      if (!isWanted) return;
      setNotes((known) => {
        // What was read stays, whatever becomes of the way there.
        const isKept = next.status !== "read" && known?.roomId === roomId && known.notes.status === "read";
        return isKept ? known : { roomId, notes: next };
      });
    };
    const open = () => {
      import("./notes-reader.ts").then(
        ({ NotesReader }) => {
          if (!isWanted) return;
          const reader = new NotesReader({
            url: `${window.location.protocol === "https:" ? "wss" : "ws"}://${window.location.host}/yjs`,
            documentName: notesDocumentName(sessionId, roomId),
            token,
            onLines: (lines) => tell({ status: "read", lines }),
            onRefused: () => tell({ status: "refused" }),
          });
          close = () => reader.close();
        },
        // The line went down meanwhile.
        () => {
          if (isWanted) retry = window.setTimeout(open, RETRY_MS);
        },
      );
    };
    open();
    return () => {
      isWanted = false;
      window.clearTimeout(retry);
      close?.();
    };
  }, [sessionId, token, roomId]);
  return notes?.roomId === roomId ? notes.notes : LOADING;
}
