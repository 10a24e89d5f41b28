import { Button, NativeSelect } from "@mantine/core";
import { leads } from "../../../shared/domain/people/leading.ts";
import { isRecalled, type RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useCan, useMe } from "../../sync/hooks.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { GRACE_MS, isStaying } from "../rooms/closing.ts";
import { AS_SESSION, moderationChoices, moderationOf } from "../rooms/moderation-choice.ts";
import styles from "./leader-bar.module.css";
import { useRoomAct } from "./use-room-act.ts";

/** Opens and closes a group, and says how its questions are reviewed. */
export function LeaderActs({ room }: { room: RoomRecord }) {
  const messages = useAllMessages();
  const words = messages.rooms.bar;
  const can = useCan();
  const me = useMe();
  const act = useRoomAct();
  const { roomId } = room;
  const isLeader = leads(me, roomId);
  const opening: Command = { type: "room.open", roomId };
  const closing: Command = { type: "room.close", roomId };
  const isOpen = room.status === "open";
  const mayOpen = can(opening);
  const close = () =>
    void act({ ...closing, graceMs: GRACE_MS }, { done: words.closing, undo: () => opening });
  return (
    <section className={styles.bar} aria-label={words.title}>
      <strong>{isLeader ? words.title : words.moderator}</strong>
      <span className={styles.state}>
        {isStaying(room) ? words.isOpen : isOpen ? words.isClosing : words.isClosed}
      </span>
      {isStaying(room) && (
        <Button size="compact-md" variant="default" title={words.closeHint} onClick={singlePress(close)}>
          {words.close}
        </Button>
      )}
      {!isOpen && (
        <Button
          size="compact-md"
          onClick={singlePress(() => void act(opening, { done: words.opened, undo: () => closing }))}
        >
          {words.open}
        </Button>
      )}
      {room.closing !== null && (
        <>
          {mayOpen && (
            <Button size="compact-md" variant="default" onClick={singlePress(() => void act(opening))}>
              {words.goOn}
            </Button>
          )}
          <Button
            size="compact-md"
            variant="default"
            onClick={singlePress(
              () => void act(closing, { done: words.closed, undo: () => (mayOpen ? opening : null) }),
            )}
          >
            {words.closeNow}
          </Button>
        </>
      )}
      {isRecalled(room) && <span className={styles.state}>{words.recalled}</span>}
      <NativeSelect
        size="xs"
        className={styles.review ?? ""}
        aria-label={words.moderation}
        value={room.moderation ?? AS_SESSION}
        onChange={(event) =>
          void act({ type: "room.moderate", roomId, moderation: moderationOf(event.currentTarget.value) })
        }
        data={moderationChoices(messages.console.rooms)}
      />
    </section>
  );
}
