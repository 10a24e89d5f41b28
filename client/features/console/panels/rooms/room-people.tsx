import { Button, Menu } from "@mantine/core";
import type { PersonView } from "../../../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../../../shared/domain/rooms/records.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { useConsole, useConsoleHall } from "../../console-context.ts";
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

/** Where somebody can be moved to. */
function MoveMenu({ person }: { person: PersonView }) {
  const words = useAllMessages().console.rooms;
  const { moderation } = useConsole();
  const { rooms } = useConsoleHall();
  const at = rooms.find((room) =>
    person.roomId === null ? room.roomKind === "plenary" : room.roomId === person.roomId,
  );
  if (at === undefined || rooms.length < 2) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" aria-label={words.moveOf(person.name)}>
          {words.move}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {rooms
          .filter((room) => room.id !== at.id)
          .map((room) => (
            <Menu.Item key={room.id} onClick={() => moderation.movePerson(person, at, room)}>
              {words.moveTo(room.name)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
