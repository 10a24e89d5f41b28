import { Button, NativeSelect, Switch } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { RoomRecord } from "../../../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../../../shared/domain/session/records.ts";
import { useRecord } from "../../../../sync/hooks.ts";
import { singlePress } from "../../../../ui/forms/single-press.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { isStaying } from "../../../rooms/closing.ts";
import { CrewLine } from "../../../rooms/crew-line.tsx";
import { AS_SESSION, moderationChoices, moderationOf } from "../../../rooms/moderation-choice.ts";
import { useSecondsLeft } from "../../../rooms/use-seconds-left.ts";
import { useConsole, useConsoleHall } from "../../console-context.ts";
import styles from "../side-panels.module.css";
import { peopleInside, RoomPeople } from "./room-people.tsx";
import own from "./rooms.module.css";

/** One room: the way in, whether it is open, how its questions are reviewed, who is in it. */
export function RoomEntry({ room }: { room: RoomRecord }) {
  const words = useAllMessages().console.rooms;
  const { rights, moderation } = useConsole();
  const { people } = useConsoleHall();
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const [isShown, setShown] = useState(false);
  const inside = peopleInside(room, people);
  const count = words.people(inside.filter(({ arrivedAt }) => arrivedAt != null).length, inside.length);
  const { sessionId = "" } = useParams();
  return (
    <li className={styles.roomLine}>
      <Link to={`/s/${sessionId}/room/${room.roomId}`} title={words.enter(room.name)}>
        {room.name}
      </Link>
      <RoomState room={room} />
      {rights.moderates && (
        <Switch
          aria-label={words.toggle(room.name)}
          checked={isStaying(room)}
          onChange={(event) => moderation.setRoomOpen(room, event.currentTarget.checked)}
        />
      )}
      {inside.length === 0 ? (
        <span className={own.count}>{count}</span>
      ) : (
        <button
          type="button"
          className={own.count}
          aria-label={`${words.peopleOf(room.name)} ${count}`}
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {count} {isShown ? "▾" : "▸"}
        </button>
      )}
      {rights.moderates && (
        <NativeSelect
          size="xs"
          className={styles.roomReview ?? ""}
          aria-label={words.moderation(room.name)}
          value={room.moderation ?? AS_SESSION}
          onChange={(event) => moderation.moderateRoom(room.roomId, moderationOf(event.currentTarget.value))}
          data={moderationChoices(words)}
        />
      )}
      <div className={styles.roomCrew}>
        <CrewLine room={room} people={people} warns={room.status === "open" && !isSealed} />
      </div>
      {/* A hall is not drawn for whom nobody looks at. */}
      {isShown && <RoomPeople room={room} inside={inside} />}
    </li>
  );
}

/** The word for whether it is open; while it is about to close, the seconds left and the press that waits for none of them. */
function RoomState({ room }: { room: RoomRecord }) {
  const messages = useAllMessages();
  const words = messages.console.rooms;
  const { rights, moderation } = useConsole();
  const seconds = useSecondsLeft(room.closing?.closesAt ?? null);
  if (room.status === "closed") return <span className={styles.roomState}>{words.closed}</span>;
  if (seconds === null) return <span className={styles.roomState}>{words.open}</span>;
  if (!rights.moderates) return <span className={styles.roomState}>{messages.rooms.seconds(seconds)}</span>;
  return (
    <span className={styles.roomState}>
      {messages.rooms.seconds(seconds)}{" "}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.closeNow(room.name)}
        onClick={singlePress(() => moderation.closeRoomNow(room))}
      >
        {words.now}
      </Button>
    </span>
  );
}
