import type { PersonView } from "../../../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../../../shared/domain/rooms/records.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { useConsole, useConsoleHall } from "../../console-context.ts";
import { MoveMenu } from "./move-menu.tsx";
import styles from "./rooms.module.css";

/** Who of the roster is in a room: in the plenary everybody. */
export function peopleInside(room: RoomRecord, people: readonly PersonView[]): readonly PersonView[] {
  return room.roomKind === "plenary" ? people : people.filter(({ roomId }) => roomId === room.roomId);
}

/** Who is in a room; each can be moved to another. In the plenary everybody stands with the group. */
export function RoomPeople({ room, inside }: { room: RoomRecord; inside: readonly PersonView[] }) {
  const words = useAllMessages().console.rooms;
  return (
    <ul className={styles.people} aria-label={words.peopleOf(room.name)}>
      {inside.map((person) => (
        <li key={person.id} className={styles.person}>
          <Person person={person} isInPlenary={room.roomKind === "plenary"} />
        </li>
      ))}
    </ul>
  );
}

function Person({ person, isInPlenary }: { person: PersonView; isInPlenary: boolean }) {
  const words = useAllMessages().console.rooms;
  const { rights } = useConsole();
  const { rooms } = useConsoleHall();
  const group = rooms.find(({ roomId }) => roomId === person.roomId);
  return (
    <>
      <span className={styles.who}>
        {person.unit} {person.name}
        {isInPlenary && <span className={styles.group}> {group?.name ?? words.noGroup}</span>}
      </span>
      {rights.moderates && <MoveMenu person={person} />}
    </>
  );
}
