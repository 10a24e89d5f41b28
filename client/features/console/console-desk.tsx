import { Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useRecord } from "../../session/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { LedgerLink } from "../followups/ledger-link.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import { AttendancePanel } from "./attendance-panel.tsx";
import styles from "./console-frame.module.css";
import { DeskDialogs } from "./desk-dialogs.tsx";
import { focusDesk, useFocusFollowsSelection } from "./desk-focus.ts";
import { HeldQuestions } from "./held-questions.tsx";
import { KeyButton } from "./key-button.tsx";
import { MarksBar } from "./marks-bar.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import { PendingQueue } from "./pending-queue.tsx";
import { RoomFilter } from "./room-filter.tsx";
import { RoomsPanel } from "./rooms-panel.tsx";
import { StagePanel } from "./stage-panel.tsx";
import { useAlikeOf } from "./use-alike-of.ts";
import { useConsoleRights } from "./use-console-rights.ts";
import { useDeskDialogs } from "./use-desk-dialogs.ts";
import { useDeskKeys } from "./use-desk-keys.ts";
import { useDeskRecords } from "./use-desk-records.ts";
import { useMarks } from "./use-marks.ts";
import { useModeration } from "./use-moderation.ts";
import { useQueueSelection } from "./use-queue-selection.ts";
import { useShortcutsSetting } from "./use-shortcuts-setting.ts";
import { WorkTabs } from "./work-tabs.tsx";

/** The console: what waits at left, everything in order in the middle, stage and rooms at right. */
export function ConsoleDesk() {
  const { console: words } = useMessages();
  const session = useRecord("session", SESSION_RECORD_ID);
  const rights = useConsoleRights();
  const moderation = useModeration();
  const [shortcutsOn, setShortcutsOn] = useShortcutsSetting();
  const [roomId, setRoomId] = useState<string | null>(null);
  const [activeRow, setActiveRow] = useState<string | null>(null);
  const { rooms, people, questions, byId, queue, held, sums, roomNames } = useDeskRecords(roomId);
  const dialogs = useDeskDialogs();
  const selection = useQueueSelection(queue);
  const marks = useMarks(byId);
  const acts = useMemo(
    () => ({ ...dialogs.open, onActive: setActiveRow, onMark: marks.toggle }),
    [dialogs.open, marks.toggle],
  );
  const selected = selection.selected === null ? undefined : byId.get(selection.selected);
  const alike = useAlikeOf(selected);
  const onJoin = () => acts.onJoin(marks.questions);
  const letGoOfMarks = () => {
    marks.clear();
    focusDesk();
  };
  useDeskKeys({
    enabled: shortcutsOn && !dialogs.isOpen,
    byId,
    selection,
    alike,
    rights,
    moderation,
    acts,
    marks,
    onJoin,
  });
  useFocusFollowsSelection(selection.selected, selection.mode);

  const arrived = people.filter((person) => person.arrivedAt != null).length;
  return (
    <div className={styles.page}>
      <SessionTopBar title={words.title}>
        <span className={styles.totals}>
          {words.totals(sums.asked, sums.open, sums.answered, sums.followUps)}
        </span>
        {rights.records && (
          <KeyButton
            label={words.capture.open}
            shortcut="capture"
            showKey={shortcutsOn}
            onPress={acts.onCapture}
          />
        )}
        <LedgerLink />
        <Tag tone="done">{words.attendance.present(arrived, people.length)}</Tag>
      </SessionTopBar>
      <SessionBanners />
      <main id="content" className={styles.columns}>
        <div className={styles.left}>
          <PendingQueue
            queue={queue}
            roomNames={roomNames}
            selected={selection.selected}
            mode={selection.mode}
            alike={alike}
            marked={marks.ids}
            showKeys={shortcutsOn}
            rights={rights}
            moderation={moderation}
            reviewsFirst={session?.settings.moderation !== "after"}
            onSelect={selection.select}
            onMode={selection.setMode}
            onMark={acts.onMark}
            onRoute={acts.onRoute}
            onDetails={acts.onDetails}
            onJoinWith={acts.onJoinWith}
          />
          <HeldQuestions
            questions={held}
            rights={rights}
            moderation={moderation}
            onDetails={acts.onDetails}
          />
          <footer className={styles.queueFoot}>
            <Switch
              label={words.shortcuts}
              description={`${words.shortcutsHint} · ${words.queue.help}`}
              checked={shortcutsOn}
              onChange={(event) => setShortcutsOn(event.currentTarget.checked)}
            />
          </footer>
        </div>
        <WorkTabs
          questions={questions}
          rooms={rooms}
          roomId={roomId}
          active={activeRow}
          closing={dialogs.closing}
          rights={rights}
          moderation={moderation}
          acts={acts}
          marked={marks.ids}
          bar={
            rights.records && (
              <MarksBar
                marks={marks}
                showKeys={shortcutsOn}
                hint={rights.moderates ? words.table.help : words.table.helpRecorder}
                onJoin={onJoin}
                onApprove={(pending) => {
                  moderation.approveAll(pending);
                  letGoOfMarks();
                }}
                onClear={letGoOfMarks}
              />
            )
          }
          roomFilter={<RoomFilter rooms={rooms} roomId={roomId} onRoom={setRoomId} />}
        />
        <aside className={styles.right}>
          <StagePanel rights={rights} moderation={moderation} />
          <RoomsPanel rooms={rooms} people={people} rights={rights} moderation={moderation} />
          <NumbersPanel />
          <AttendancePanel people={people} />
        </aside>
      </main>
      <DeskDialogs
        dialogs={dialogs}
        byId={byId}
        rooms={rooms}
        people={people}
        marks={marks}
        rights={rights}
        moderation={moderation}
      />
    </div>
  );
}
