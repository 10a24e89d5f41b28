import { Button, Group } from "@mantine/core";
import { useEffect, useSyncExternalStore } from "react";
import { Link, useParams } from "react-router";
import { useCan, useConnection } from "../../sync/hooks.ts";
import { useSocketBlocked } from "../../sync/use-socket-blocked.ts";
import { useMessages } from "../../ui/language.tsx";
import { AsideNotice } from "./aside-notice.tsx";
import type { AsideTexts } from "./aside-texts.ts";
import { badgeState, canBeMended, type FinalClose, type NotesLink, warnsOnLeaving } from "./badge-state.ts";
import { NotesBadge } from "./notes-badge.tsx";
import type { NotesConnection } from "./notes-connection.ts";
import { NotesEditor } from "./notes-editor.tsx";
import { useNotesConnection } from "./use-notes-connection.ts";
import { useWriters } from "./use-writers.ts";
import { HeldNotice } from "./versions/held-notice.tsx";
import { VersionsButton } from "./versions/versions-button.tsx";
import "./notes.css";

/** The notes of a room: connection, badge, editor. Fetched apart from the rest, for it brings the whole editor. */
export function NotesWorkspace({ roomId }: { roomId: string }) {
  const { connection, beginAnew, asides } = useNotesConnection(roomId);
  return (
    connection !== null && (
      // Another document is another editor: one that is handed a new connection is not there yet when it is asked.
      <ConnectedNotes
        key={connection.doc.guid}
        connection={connection}
        roomId={roomId}
        asides={asides}
        onBeginAnew={beginAnew}
      />
    )
  );
}

interface ConnectedProps {
  readonly connection: NotesConnection;
  readonly roomId: string;
  readonly asides: AsideTexts;
  readonly onBeginAnew: () => void;
}

function ConnectedNotes({ connection, roomId, asides, onBeginAnew }: ConnectedProps) {
  const words = useMessages().notes;
  const status = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const can = useCan();
  const session = useConnection();
  const writers = useWriters(connection);
  const canWrite = can({ type: "notes.write", roomId });
  const badge = badgeState({
    link: status.link,
    unsaved: status.unsaved,
    canWrite,
    serverReached: session.status !== "offline",
  });
  useLeaveWarning(warnsOnLeaving(badge));
  const isDown = status.link.state === "connecting" || status.link.state === "offline";
  // Where the session's own connection is down as well, its banner tells why.
  const isBlocked = useSocketBlocked(isDown && session.status === "online");
  const isLoading = !status.loaded && status.link.state !== "ended";
  const editable = canWrite && (status.loaded || status.unsaved) && isWritable(status.link);
  return (
    <section className="notes" aria-busy={isLoading}>
      <NotesEditor
        connection={connection}
        loaded={status.loaded}
        editable={editable}
        head={
          <header className="notes-head">
            <span role="status">
              <NotesBadge state={badge} />
            </span>
            <span className="notes-writers">{writers !== "" && words.writing(writers)}</span>
            <VersionsButton roomId={roomId} />
          </header>
        }
      >
        <HeldNotice roomId={roomId} />
        {isBlocked && (
          <p className="notes-notice" role="alert">
            {words.blocked}
          </p>
        )}
        {badge.endsWith("-unsaved") && (
          <p className="notes-notice" role="status">
            {words.explain[badge]} {!status.keptHere && words.notKept}
          </p>
        )}
        {status.link.state === "ended" && (
          <Ended
            why={status.link.why}
            onReconnect={() => connection.connect()}
            onDiscard={() => {
              connection.discardUnsaved();
              onBeginAnew();
            }}
          />
        )}
        <AsideNotice asides={asides} connection={connection} loaded={status.loaded} editable={editable} />
      </NotesEditor>
    </section>
  );
}

function isWritable(link: NotesLink): boolean {
  return link.state !== "ended" || canBeMended(link.why);
}

interface EndedProps {
  readonly why: FinalClose;
  readonly onReconnect: () => void;
  readonly onDiscard: () => void;
}

/** What to do after a close the server means for good. */
function Ended({ why, onReconnect, onDiscard }: EndedProps) {
  const words = useMessages().notes;
  const { sessionId = "" } = useParams();
  return (
    <div className="notes-notice" role="alert">
      <p>{words.ended[why]}</p>
      {why === "notSignedIn" && (
        <Button component={Link} to={`/s/${sessionId}`} variant="default" size="compact-sm">
          {words.signInAgain}
        </Button>
      )}
      {canBeMended(why) && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={onReconnect}>
            {words.reconnect}
          </Button>
          <Button variant="default" size="compact-sm" onClick={onDiscard}>
            {words.discard}
          </Button>
        </Group>
      )}
    </div>
  );
}

/** Asks before the page is left while something is unsaved; the words are the browser's own. */
function useLeaveWarning(warns: boolean): void {
  useEffect(() => {
    if (!warns) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [warns]);
}
