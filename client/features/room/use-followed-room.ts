import { useEffect, useRef } from "react";
import { useNavigate, useParams } from "react-router";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import { isRecalled, type RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useMessages } from "../../ui/language.tsx";
import { showNotice } from "../../ui/undo.tsx";
import { FOLLOWED } from "./kept-tab.ts";

interface Seen {
  readonly me: PersonView | undefined;
  readonly room: RoomRecord | undefined;
}

/** Where somebody goes when others act: to the room he is moved to, to the plenary when his group is called back. */
export function whereTo(before: Seen, now: Seen, rooms: readonly RoomRecord[]): RoomRecord | undefined {
  if (before.me === undefined || now.me === undefined) return undefined;
  const plenary = rooms.find(({ roomKind }) => roomKind === "plenary");
  const { roomId } = now.me;
  if (before.me.roomId !== roomId) {
    const own = roomId === null ? plenary : rooms.find((room) => room.roomId === roomId);
    // Who reads in the plenary is not taken to a door that is shut.
    const stays = before.room?.roomKind === "plenary" && (own?.status !== "open" || own === plenary);
    return stays ? undefined : own;
  }
  const isSame = before.room !== undefined && before.room.id === now.room?.id;
  return isSame && isRecalled(before.room) && now.room?.status === "closed" ? plenary : undefined;
}

/**
 * Takes the reader along when a moderator moves him or calls the groups back, and says so. What he had not sent stays as a
 * draft of the room it was written in. Staff go where they like.
 */
export function useFollowedRoom(
  room: RoomRecord | undefined,
  me: PersonView | undefined,
  rooms: readonly RoomRecord[],
  isStaff: boolean,
): void {
  const words = useMessages().rooms;
  const { sessionId = "" } = useParams();
  const navigate = useNavigate();
  const seen = useRef<Seen>({ me, room });
  useEffect(() => {
    const before = seen.current;
    // While lanes are fetched anew there may be neither for a moment.
    if (me !== undefined) seen.current = { me, room: room ?? before.room };
    if (isStaff) return;
    const to = whereTo(before, { me, room }, rooms);
    if (to === undefined) {
      const own = rooms.find(({ roomId }) => roomId === me?.roomId);
      const isMoved = before.me !== undefined && me !== undefined && before.me.roomId !== me.roomId;
      if (isMoved && own !== undefined && own.roomKind !== "plenary") showNotice(words.movedClosed(own.name));
      return;
    }
    seen.current = { me, room: to };
    const isMoved = before.me?.roomId !== me?.roomId;
    showNotice(isMoved ? words.moved(to.name) : words.recalled(room?.name ?? ""));
    void navigate(`/s/${sessionId}/room/${to.roomId}`, { replace: true, state: FOLLOWED });
  }, [me, room, rooms, isStaff, sessionId, navigate, words]);
}
