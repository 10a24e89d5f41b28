import { useEffect, useMemo } from "react";
import { Link, Navigate, useLocation, useNavigate, useParams } from "react-router";
import { type RoomRecord, roomRecordId } from "../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useMe, useRecord, useRecords, useViewer } from "../../session/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import { Loading } from "../../ui/loading.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import { waitingOn } from "../unit-desk/desk-questions.ts";
import { useDesk } from "../unit-desk/use-desk.ts";
import { firstRoom, myRooms } from "./my-rooms.ts";
import { RoomMain } from "./room-main.tsx";
import { RoomNav } from "./room-nav.tsx";
import styles from "./room-screen.module.css";
import { RoomSide } from "./room-side.tsx";
import { RoomStanding } from "./room-standing.tsx";
import { useRevealed } from "./use-reveal.ts";

/** The room in its frame: rooms at left, questions and notes in the middle, the next act at right. */
export function RoomScreen() {
  const viewer = useViewer();
  const location = useLocation();
  const { sessionId = "", roomId = "" } = useParams();
  const isStaff = useCan()({ type: "stage.open" });
  const desk = useDesk();
  const { room: words } = useMessages();
  const room = useRecord("room", roomRecordId(roomId));
  const hasSide = useHasSide(room);
  const side = desk === null ? words.ask.title : words.desk.title;
  const fresh = (location.state as { fresh?: boolean } | null)?.fresh === true;
  // Staff who have just come in want their console; a link in the menu brings them here.
  if (isStaff && fresh) return <Navigate to={`/s/${sessionId}/console`} replace />;
  return (
    <div className={styles.screen}>
      <SessionTopBar waiting={desk === null ? 0 : waitingOn(desk)} side={hasSide ? side : undefined} />
      <SessionBanners />
      {viewer === undefined ? (
        <main id="content" className={styles.alone}>
          <NotJoined />
        </main>
      ) : (
        <JoinedRoom isStaff={isStaff} />
      )}
    </div>
  );
}

function JoinedRoom({ isStaff }: { isStaff: boolean }) {
  const { room: words } = useMessages();
  const { roomId } = useParams();
  const me = useMe();
  const allRooms = useRecords("room");
  const rooms = useMemo(() => myRooms(allRooms, me, isStaff), [allRooms, me, isStaff]);
  const room = rooms.find((candidate) => candidate.roomId === roomId);
  const first = firstRoom(rooms, me);
  const hasSide = useHasSide(room);
  const { revealed, reveal, onRevealed } = useRevealed(roomId, rooms);
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";

  if (roomId === undefined && first !== undefined) return <GoTo room={first} />;
  return (
    <div className={hasSide ? `${styles.columns} ${styles.withSide}` : styles.columns}>
      <RoomNav rooms={rooms} roomId={roomId} />
      {room === undefined ? (
        <main id="content" className={styles.alone}>
          <NoRoom first={first} />
        </main>
      ) : (
        <>
          <main id="content" className={styles.main} aria-label={room.name}>
            <RoomStanding room={room} />
            <RoomMain key={room.roomId} room={room} revealed={revealed} onRevealed={onRevealed} />
          </main>
          {hasSide && (
            // Once nothing can be written there is nothing to tab to; the keyboard scrolls it all the same.
            <aside
              id="side"
              className={styles.side}
              aria-label={words.tabsLabel}
              tabIndex={isSealed ? 0 : -1}
            >
              <RoomSide key={room.roomId} room={room} onReveal={reveal} />
            </aside>
          )}
        </>
      )}
    </div>
  );
}

/** Whether the viewer has something to do here: to ask, or to answer for a unit. */
function useHasSide(room: RoomRecord | undefined): boolean {
  const me = useMe();
  const can = useCan();
  if (room === undefined) return false;
  return (
    me?.side === "municipal" || can({ type: "question.ask", roomId: room.roomId, questionId: "", text: "" })
  );
}

/** Puts the room into the address, so that a group that opens later does not move the reader. */
function GoTo({ room }: { room: RoomRecord }) {
  const { sessionId = "" } = useParams();
  const navigate = useNavigate();
  useEffect(() => {
    void navigate(`/s/${sessionId}/room/${room.roomId}`, { replace: true });
  }, [navigate, sessionId, room.roomId]);
  return (
    <main id="content" className={styles.alone}>
      <Loading />
    </main>
  );
}

function NoRoom({ first }: { first: RoomRecord | undefined }) {
  const { room: words } = useMessages();
  const { sessionId = "" } = useParams();
  if (first === undefined) return <EmptyState title={words.noRoom} hint={words.noRoomHint} />;
  return (
    <EmptyState title={words.notYourRoom}>
      <Link to={`/s/${sessionId}/room/${first.roomId}`}>{first.name}</Link>
    </EmptyState>
  );
}
