import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { Link, Navigate, useLocation, useNavigate, useParams } from "react-router";
import { onlyAnswers } from "../../../shared/domain/people/standing.ts";
import { type RoomRecord, roomRecordId } from "../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useMe, useRecord, useRecords, useViewer } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { GroupChoice } from "../choosing/group-choice.tsx";
import { NoticeLines } from "../notices/notice-lines.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import { LeaderTimer } from "../timers/leader-timer.tsx";
import { waitingOn } from "../unit-desk/desk-questions.ts";
import { useDesk } from "../unit-desk/use-desk.ts";
import { LeaderBar } from "./leader-bar.tsx";
import { firstRoom, myRooms } from "./my-rooms.ts";
import { useRevealed } from "./reading/use-reveal.ts";
import { RoomMain } from "./room-main.tsx";
import { RoomNav } from "./room-nav.tsx";
import { RoomNotice } from "./room-notice.tsx";
import styles from "./room-screen.module.css";
import { RoomSide } from "./room-side.tsx";
import type { RoomTab } from "./room-tabs.tsx";
import { useFolded } from "./use-folded.ts";
import { useFollowedRoom } from "./use-followed-room.ts";

// Who asks never needs it.
const UnitMain = lazy(async () => ({ default: (await import("./unit-main.tsx")).UnitMain }));

/** The room in its frame: rooms at left; questions and notes in the middle and asking at right, or the desk and the room beside it. */
export function RoomScreen() {
  const viewer = useViewer();
  const location = useLocation();
  const { sessionId = "", roomId = "" } = useParams();
  const isStaff = useCan()({ type: "documents.read" });
  const desk = useDesk();
  const { room: words } = useMessages();
  const room = useRecord("room", roomRecordId(roomId));
  const isAsking = useIsAsking(room);
  const isAnswerer = useIsAnswerer();
  const isFolded = useFolded();
  // Beside the desk stands the room; folded, its tabs are the next thing after the rooms.
  const isBeside = room !== undefined && isAnswerer && !isFolded;
  const side = isAsking ? words.ask.title : isBeside ? words.tabsLabel : undefined;
  const fresh = (location.state as { fresh?: boolean } | null)?.fresh === true;
  // Staff who have just come in want their console; a link in the menu brings them here.
  if (isStaff && fresh) return <Navigate to={`/s/${sessionId}/console`} replace />;
  return (
    <div className={styles.screen}>
      <SessionTopBar waiting={desk === null ? 0 : waitingOn(desk)} side={side} roomId={roomId} />
      <SessionBanners />
      <NoticeLines roomId={roomId} />
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
  const isAsking = useIsAsking(room);
  const isAnswerer = useIsAnswerer();
  const desk = useDesk();
  const { revealed, reveal, onRevealed } = useRevealed(roomId, rooms);
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const addressed = allRooms.find((candidate) => candidate.roomId === roomId);
  const keptTab = useRef<RoomTab>("questions");
  useFollowedRoom(addressed, me, allRooms, isStaff);

  if (roomId === undefined && first !== undefined) return <GoTo room={first} />;
  return (
    <div className={isAsking ? `${styles.columns} ${styles.withSide}` : styles.columns}>
      <RoomNav rooms={rooms} roomId={roomId} />
      {room === undefined ? (
        <main id="content" className={styles.alone}>
          <NoRoom first={first} />
        </main>
      ) : (
        <>
          <main id="content" className={styles.main} aria-label={room.name}>
            <LeaderBar room={room} isSealed={isSealed} />
            <RoomNotice room={room} />
            {/* Siblings have no key in common: what has would stay when the room is left. */}
            <LeaderTimer key={`timer ${room.roomId}`} room={room} />
            <GroupChoice />
            {me !== undefined && desk !== null && isAnswerer ? (
              <Suspense fallback={<Loading />}>
                <UnitMain room={room} unit={me.unit} desk={desk} keptTab={keptTab} />
              </Suspense>
            ) : (
              <RoomMain
                key={room.roomId}
                room={room}
                unit={me?.unit ?? null}
                desk={desk}
                revealed={revealed}
                onRevealed={onRevealed}
                keptTab={keptTab}
              />
            )}
          </main>
          {isAsking && (
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

/** Whether the viewer is there only to answer, and has the desk before the room. */
function useIsAnswerer(): boolean {
  const me = useMe();
  return me !== undefined && onlyAnswers(me.side);
}

/** Whether the viewer asks here. */
function useIsAsking(room: RoomRecord | undefined): boolean {
  const isAnswerer = useIsAnswerer();
  const can = useCan();
  if (room === undefined || isAnswerer) return false;
  return can({ type: "question.ask", roomId: room.roomId });
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
