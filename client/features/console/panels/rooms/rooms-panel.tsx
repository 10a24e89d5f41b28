import { Anchor, Button, Group } from "@mantine/core";
import { Link, useParams } from "react-router";
import { singlePress } from "../../../../ui/forms/single-press.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { isStaying } from "../../../rooms/closing.ts";
import { useConsole, useConsoleHall } from "../../console-context.ts";
import styles from "../side-panels.module.css";
import { RecallMenu } from "./recall-menu.tsx";
import { RoomEntry } from "./room-entry.tsx";

/** Every room: who is in it, who leads it, and whether it is open; all groups at once above. */
export function RoomsPanel() {
  const messages = useAllMessages();
  const words = messages.console.rooms;
  const { sessionId = "" } = useParams();
  const { rights, moderation } = useConsole();
  const { rooms } = useConsoleHall();
  const groups = rooms.filter(({ roomKind }) => roomKind === "breakout");
  return (
    <section aria-label={words.title}>
      <div className={styles.headLine}>
        <h2 className={styles.panelHead}>{words.title}</h2>
        <Anchor component={Link} to={`/s/${sessionId}/groups`}>
          {messages.organiser.steps.groups}
        </Anchor>
      </div>
      {rights.moderates && groups.length > 0 && (
        <Group gap={6} mb={6}>
          {groups.length > 1 && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                disabled={groups.every(isStaying)}
                onClick={singlePress(() => moderation.setRoomsOpen(groups, true))}
              >
                {words.openAll}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                title={words.closeAllHint}
                disabled={!groups.some(isStaying)}
                onClick={singlePress(() => moderation.setRoomsOpen(groups, false))}
              >
                {words.closeAll}
              </Button>
            </>
          )}
          <RecallMenu groups={groups} />
        </Group>
      )}
      <ul>
        {rooms.map((room) => (
          <RoomEntry key={room.id} room={room} />
        ))}
      </ul>
    </section>
  );
}
