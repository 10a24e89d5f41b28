import { NavLink, useParams } from "react-router";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { LiveAgendaLine } from "../agenda/live-agenda-line.tsx";
import { LedgerLink } from "../followups/ledger-link.tsx";
import { HelpCall } from "../help/help-call.tsx";
import { CrewLine } from "../rooms/crew-line.tsx";
import { peopleIn } from "./my-rooms.ts";
import styles from "./room-nav.module.css";

/** 我的房间: the plenary and the own group, open or not. */
export function RoomNav({ rooms, roomId }: { rooms: readonly RoomRecord[]; roomId: string | undefined }) {
  const { room: words } = useMessages();
  const { sessionId = "" } = useParams();
  const people = useRecords("person");
  const own = rooms.find((room) => room.roomId === roomId);
  const hasRows = useRecords("followup").length > 0;
  return (
    <nav className={styles.nav} aria-labelledby="my-rooms">
      <LiveAgendaLine />
      <h2 id="my-rooms" className={styles.heading}>
        {words.myRooms}
      </h2>
      <ul>
        {rooms.map((room) => (
          <li key={room.roomId}>
            <NavLink
              to={`/s/${sessionId}/room/${room.roomId}`}
              className={styles.room ?? ""}
              aria-current={room.roomId === roomId ? "page" : undefined}
            >
              <span>{room.name}</span>
              <span className={styles.state}>
                {room.status === "open" ? words.people(peopleIn(room, people)) : words.roomClosed}
              </span>
            </NavLink>
            <div className={styles.crew}>
              <CrewLine room={room} people={people} warns={false} />
            </div>
          </li>
        ))}
      </ul>
      {own !== undefined && <HelpCall key={own.roomId} roomId={own.roomId} />}
      {hasRows && (
        <p className={styles.ledger}>
          <LedgerLink />
        </p>
      )}
    </nav>
  );
}
