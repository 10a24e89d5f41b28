import { Button, Menu } from "@mantine/core";
import type { PersonView } from "../../../../../shared/domain/people/views.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { useConsole, useConsoleHall } from "../../console-context.ts";

/** Where somebody can be moved to. */
export function MoveMenu({ person }: { person: PersonView }) {
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
