import { Anchor, Button, Group, NativeSelect, Switch } from "@mantine/core";
import { Link, useParams } from "react-router";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useMessages } from "../../../ui/language.tsx";
import { useConsole, useConsoleHall } from "../console-context.ts";
import styles from "./side-panels.module.css";

const AS_SESSION = "session";

/** Every room: who is in it, and whether it is open. */
export function RoomsPanel() {
  const messages = useMessages();
  const words = messages.console.rooms;
  const toGroups = messages.rounds.title;
  const { rights, moderation } = useConsole();
  const { rooms, people } = useConsoleHall();
  const { sessionId = "" } = useParams();
  const groups = rooms.filter(({ roomKind }) => roomKind === "breakout");
  return (
    <section aria-label={words.title}>
      <h2 className={styles.panelHead}>{words.title}</h2>
      <Anchor component={Link} to={`/s/${sessionId}/groups`}>
        {toGroups}
      </Anchor>
      {rights.moderates && groups.length > 1 && (
        <Group gap="xs" mb={6}>
          {[true, false].map((open) => (
            <Button
              key={`${open}`}
              size="compact-sm"
              variant="default"
              disabled={groups.every(({ status }) => (status === "open") === open)}
              onClick={singlePress(() => moderation.setRoomsOpen(groups, open))}
            >
              {open ? words.openAll : words.closeAll}
            </Button>
          ))}
        </Group>
      )}
      <ul>
        {rooms.map((room) => {
          const inside =
            room.roomKind === "plenary" ? people : people.filter((person) => person.roomId === room.roomId);
          const arrived = inside.filter((person) => person.arrivedAt != null).length;
          const isOpen = room.status === "open";
          return (
            <li key={room.id} className={styles.roomLine}>
              <Link to={`/s/${sessionId}/room/${room.roomId}`} title={words.enter(room.name)}>
                {room.name}
              </Link>
              <span className={styles.roomState}>{isOpen ? words.open : words.closed}</span>
              {rights.moderates && (
                <Switch
                  aria-label={words.toggle(room.name)}
                  checked={isOpen}
                  onChange={(event) => moderation.setRoomOpen(room, event.currentTarget.checked)}
                />
              )}
              <span className={styles.roomPeople}>{words.people(arrived, inside.length)}</span>
              {rights.moderates && (
                <NativeSelect
                  size="xs"
                  aria-label={words.moderation(room.name)}
                  value={room.moderation ?? AS_SESSION}
                  onChange={(event) =>
                    moderation.moderateRoom(room.roomId, chosen(event.currentTarget.value))
                  }
                  data={[
                    { value: AS_SESSION, label: words.asSession },
                    { value: "before", label: words.before },
                    { value: "after", label: words.after },
                  ]}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function chosen(value: string): RoomRecord["moderation"] {
  return value === "before" || value === "after" ? value : null;
}
