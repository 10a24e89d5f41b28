import { Tabs } from "@mantine/core";
import { type FocusEventHandler, lazy, type ReactNode, Suspense, useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { NotesPanel } from "../notes/notes-panel.tsx";
import { ClosingTag } from "../rooms/closing-tag.tsx";
import { useFloor } from "../speaking/use-floor.ts";
import { isReadIn } from "./reading/is-read-in.ts";
import { QuestionsPane } from "./reading/questions-pane.tsx";
import type { Revealed } from "./reading/use-reveal.ts";
import { isHeld, type Waiting } from "./reviewing/use-waiting.ts";
import styles from "./room-tabs.module.css";

// Few lead a group.
const ReviewPane = lazy(async () => ({ default: (await import("./reviewing/review-pane.tsx")).ReviewPane }));

// Fetched once somebody looks at it.
const RoomSpeaking = lazy(async () => ({
  default: (await import("../speaking/room-speaking.tsx")).RoomSpeaking,
}));

export const ROOM_TABS = ["questions", "speaking", "notes", "review"] as const;
export type RoomTab = (typeof ROOM_TABS)[number];

/** What every `Tabs` around them has: hidden and not paused, for a pause would leave the notes, which others see and which may hold what is not sent yet. */
export const TABS_PROPS = {
  keepMounted: true,
  keepMountedMode: "display-none",
  classNames: { panel: styles.panel ?? "" },
} as const;

interface ListProps {
  readonly room: RoomRecord;
  /** What waits for the viewer's decision as the room's leader; null for others. */
  readonly review: readonly Waiting[] | null;
  /** Tabs before them. */
  readonly children?: ReactNode;
  readonly onFocus?: FocusEventHandler;
  readonly onBlur?: FocusEventHandler;
}

/** The tabs of a room: its questions and its speeches, each with how many there are, its notes, and for its leader what waits; beside them, for how long it is open still. */
export function RoomTabList({ room, review, children, ...handlers }: ListProps) {
  const { room: words, rooms, speaking } = useMessages();
  const { queue, current } = useFloor(room.roomId);
  const queued = review?.filter((question) => !isHeld(question)).length ?? 0;
  const count = useRecords("question").filter(
    (question) => question.status !== "pending" && isReadIn(question, room.roomId),
  ).length;
  return (
    <div className={styles.head}>
      <Tabs.List aria-label={words.tabsLabel} className={styles.list ?? ""} {...handlers}>
        {children}
        <Tabs.Tab value="questions">
          {words.tabs.questions} {count}
        </Tabs.Tab>
        <Tabs.Tab value="speaking">{speaking.tab(queue.length + (current === null ? 0 : 1))}</Tabs.Tab>
        <Tabs.Tab value="notes">{words.tabs.notes}</Tabs.Tab>
        {review !== null && (
          <Tabs.Tab value="review">
            {rooms.review.title} {queued > 0 ? <Tag tone="waiting">{queued}</Tag> : queued}
          </Tabs.Tab>
        )}
      </Tabs.List>
      <ClosingTag room={room} />
    </div>
  );
}

interface PanelsProps {
  readonly room: RoomRecord;
  readonly review: readonly Waiting[] | null;
  readonly tab: RoomTab;
  /** The question somebody asks to see. */
  readonly revealed: Revealed | null;
  readonly onRevealed: () => void;
}

/** What the tabs show. Speeches and notes once opened stay behind the other tabs. */
export function RoomPanels({ room, review, tab, revealed, onRevealed }: PanelsProps) {
  const [notesOpened, setNotesOpened] = useState(false);
  const [speakingOpened, setSpeakingOpened] = useState(false);
  if (tab === "speaking" && !speakingOpened) setSpeakingOpened(true);
  if (tab === "notes" && !notesOpened) setNotesOpened(true);
  return (
    <>
      <Tabs.Panel value="questions">
        <QuestionsPane room={room} revealed={revealed} onRevealed={onRevealed} />
      </Tabs.Panel>
      <Tabs.Panel value="speaking">
        {speakingOpened && (
          <Suspense fallback={<Loading />}>
            <RoomSpeaking room={room} isShown={tab === "speaking"} />
          </Suspense>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <div className={styles.notes}>{notesOpened && <NotesPanel roomId={room.roomId} />}</div>
      </Tabs.Panel>
      {review !== null && (
        <Tabs.Panel value="review">
          <Suspense fallback={<Loading />}>
            <ReviewPane waiting={review} />
          </Suspense>
        </Tabs.Panel>
      )}
    </>
  );
}
