import { lazy, Suspense } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./leader-timer.module.css";

// Few lead a group.
const TimerControls = lazy(async () => ({ default: (await import("./timer-controls.tsx")).TimerControls }));

/** A group's leader gives time to the own room; staff do it from their console. */
export function LeaderTimer({ room }: { room: RoomRecord }) {
  const { timing: words } = useMessages();
  const can = useCan();
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  const isStaff = can({ type: "documents.read" });
  if (isStaff || !isOpen || !can({ type: "timer.start", roomId: room.roomId })) return null;
  return (
    <section className={styles.bar} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      <Suspense fallback={null}>
        <TimerControls roomId={room.roomId} layout="line" />
      </Suspense>
    </section>
  );
}
