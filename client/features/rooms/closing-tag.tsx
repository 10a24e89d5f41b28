import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import styles from "./closing-tag.module.css";
import { useSecondsLeft } from "./use-seconds-left.ts";

/** Tells those in a room that it is about to close, and counts; its place is there before, so that nothing moves. */
export function ClosingTag({ room }: { room: RoomRecord }) {
  const words = useMessages().rooms;
  const closing = room.status === "open" ? room.closing : null;
  const seconds = useSecondsLeft(closing?.closesAt ?? null);
  return (
    <span className={styles.place}>
      {/* Said once; who hears the page is not told every second. */}
      <span className="visually-hidden" role="status">
        {closing === null ? "" : closing.recalls ? words.recallsSoon : words.closesSoon}
      </span>
      {closing !== null && seconds !== null && (
        <span aria-hidden="true">
          <Tag tone="waiting">
            {closing.recalls ? words.recallsIn(seconds) : words.closesIn(seconds)}
            <span className={styles.finish}>{words.finish}</span>
          </Tag>
        </span>
      )}
    </span>
  );
}
