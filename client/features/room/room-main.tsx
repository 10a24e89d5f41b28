import { Tabs } from "@mantine/core";
import { useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useRecords } from "../../session/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { NotesPanel } from "../notes/notes-panel.tsx";
import { isReadIn } from "./is-read-in.ts";
import { QuestionsPane } from "./questions-pane.tsx";
import styles from "./room-main.module.css";
import type { Revealed } from "./use-reveal.ts";

interface Props {
  readonly room: RoomRecord;
  /** The question somebody asks to see. */
  readonly revealed: Revealed | null;
  readonly onRevealed: () => void;
}

/** The middle of the room: its questions and its notes. Notes once opened stay joined behind the other tab. */
export function RoomMain({ room, revealed, onRevealed }: Props) {
  const { room: words } = useMessages();
  const [tab, setTab] = useState<string | null>("questions");
  if (revealed !== null && tab !== "questions") setTab("questions");
  const [notesOpened, setNotesOpened] = useState(false);
  const count = useRecords("question").filter(
    (question) => question.status !== "pending" && isReadIn(question, room.roomId),
  ).length;
  return (
    <Tabs
      value={tab}
      onChange={(next) => {
        setTab(next);
        if (next === "notes") setNotesOpened(true);
      }}
      keepMounted
      // Hidden and not paused: a pause would leave the notes, which others see and which may hold what is not sent yet.
      keepMountedMode="display-none"
      classNames={{ root: styles.tabs ?? "", list: styles.list ?? "", panel: styles.panel ?? "" }}
    >
      <Tabs.List aria-label={words.tabsLabel}>
        <Tabs.Tab value="questions">
          {words.tabs.questions} {count}
        </Tabs.Tab>
        <Tabs.Tab value="notes">{words.tabs.notes}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="questions">
        <QuestionsPane room={room} revealed={revealed} onRevealed={onRevealed} />
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <div className={styles.notes}>{notesOpened && <NotesPanel roomId={room.roomId} />}</div>
      </Tabs.Panel>
    </Tabs>
  );
}
