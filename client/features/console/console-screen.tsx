import { Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAgenda } from "../agenda/use-agenda.ts";
import { CollectedLink } from "../collected/collected-link.tsx";
import { DocumentsLink } from "../documents/documents-link.tsx";
import { LedgerLink } from "../followups/ledger-link.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import { WallLink } from "../wall/wall-link.tsx";
import { useConsoleRights } from "./acts/use-console-rights.ts";
import { useModeration } from "./acts/use-moderation.ts";
import { useReports } from "./acts/use-reports.ts";
import { useStageQueue } from "./acts/use-stage-queue.ts";
import { ConsoleHallContext, ConsoleToolsContext } from "./console-context.ts";
import { focusConsole, useFocusFollowsSelection } from "./console-focus.ts";
import styles from "./console-frame.module.css";
import { ConsoleDialogs } from "./dialogs/console-dialogs.tsx";
import { PaneButton, SideButton } from "./folds/fold-controls.tsx";
import { useFolds } from "./folds/use-folds.ts";
import { KeyButton } from "./keys/key-button.tsx";
import { useShortcutsSetting } from "./keys/use-shortcuts-setting.ts";
import { useTimeKeys } from "./keys/use-time-keys.ts";
import { MarksBar } from "./marks/marks-bar.tsx";
import { useAlikeOf } from "./marks/use-alike-of.ts";
import { useMarks } from "./marks/use-marks.ts";
import { ConsoleSide } from "./panels/console-side.tsx";
import { HeldQuestions } from "./queue/held-questions.tsx";
import { PendingQueue } from "./queue/pending-queue.tsx";
import { useQueueSelection } from "./queue/use-queue-selection.ts";
import { RoomFilter } from "./room-filter.tsx";
import { WorkTabs } from "./table/work-tabs.tsx";
import { useConsoleAddress } from "./use-console-address.ts";
import { useConsoleDialogs } from "./use-console-dialogs.ts";
import { useConsoleKeys } from "./use-console-keys.ts";
import { useConsoleRecords } from "./use-console-records.ts";

/** The console: what waits at left, everything in order in the middle, stage and rooms at right. */
export function ConsoleScreen() {
  const { console: words } = useAllMessages();
  const session = useRecord("session", SESSION_RECORD_ID);
  const rights = useConsoleRights();
  const moderation = useModeration();
  const reports = useReports(moderation);
  const [shortcutsOn, setShortcutsOn] = useShortcutsSetting();
  const address = useConsoleAddress();
  const [roomId, setRoomId] = useState(address.roomId);
  const folds = useFolds();
  const [activeRow, setActiveRow] = useState<string | null>(null);
  const { rooms, people, questions, byId, queue, held, sums, roomNames } = useConsoleRecords(roomId);
  const dialogs = useConsoleDialogs(address.questionId);
  const selection = useQueueSelection(queue);
  const marks = useMarks(byId);
  const tools = useMemo(
    () => ({
      rights,
      moderation,
      reports,
      open: dialogs.open,
      toggleMark: marks.toggle,
      showKeys: shortcutsOn,
    }),
    [rights, moderation, reports, dialogs.open, marks.toggle, shortcutsOn],
  );
  const hall = useMemo(() => ({ rooms, people }), [rooms, people]);
  const selected = selection.selected === null ? undefined : byId.get(selection.selected);
  const alike = useAlikeOf(selected);
  const stageQueue = useStageQueue();
  const agenda = useAgenda();
  const onTime = useTimeKeys();
  const onJoin = () => dialogs.open.join(marks.questions);
  const letGoOfMarks = () => {
    marks.clear();
    focusConsole();
  };
  useConsoleKeys({
    enabled: shortcutsOn && !dialogs.isOpen,
    byId,
    selection,
    alike,
    tools,
    marks,
    onJoin,
    stageQueue,
    agenda,
    onShowSide: () => folds.setSideShown(true),
    onTime,
  });
  useFocusFollowsSelection(selection.selected, selection.mode);
  const inLines = folds.queueForm === "lines";
  const marksBar = rights.records && (
    <MarksBar
      marks={marks}
      hint={inLines ? words.queue.linesHelp : rights.moderates ? words.table.help : words.table.helpRecorder}
      onJoin={onJoin}
      onApprove={(pending) => {
        moderation.approveAll(pending);
        letGoOfMarks();
      }}
      onClear={letGoOfMarks}
    />
  );

  const arrived = people.filter((person) => person.arrivedAt != null).length;
  return (
    <ConsoleToolsContext value={tools}>
      <ConsoleHallContext value={hall}>
        <div className={styles.page}>
          <SessionTopBar title={words.title}>
            <span className={styles.totals}>
              {words.totals(sums.asked, sums.open, sums.answered, sums.followUps)}
            </span>
            {rights.records && (
              <KeyButton label={words.capture.open} shortcut="capture" onPress={dialogs.open.capture} />
            )}
            <WallLink />
            <LedgerLink />
            <span className={styles.present}>
              <Tag tone="done">{words.attendance.present(arrived, people.length)}</Tag>
            </span>
            <SideButton folds={folds} />
          </SessionTopBar>
          <SessionBanners />
          <main id="content" className={styles.columns} data-pane={folds.pane} data-queue={folds.queueForm}>
            <div className={styles.left}>
              <PendingQueue
                queue={queue}
                roomNames={roomNames}
                selection={selection}
                alike={alike}
                folds={folds}
                marks={marks}
                bar={marksBar}
                reviewsFirst={session?.settings.moderation !== "after"}
              />
              <HeldQuestions questions={held} />
              <footer className={styles.queueFoot}>
                {rights.records && <CollectedLink />}
                <DocumentsLink className={styles.documents} />
                <Switch
                  label={words.shortcuts}
                  description={`${words.shortcutsHint} · ${words.queue.help}`}
                  checked={shortcutsOn}
                  onChange={(event) => setShortcutsOn(event.currentTarget.checked)}
                />
              </footer>
            </div>
            <div className={styles.work}>
              <WorkTabs
                questions={questions}
                firstTab={address.tab}
                roomId={roomId}
                active={activeRow}
                onActive={setActiveRow}
                closing={dialogs.closing}
                marked={marks.ids}
                bar={!inLines && marksBar}
                toQueue={
                  <PaneButton folds={folds} to="queue" label={`${words.queue.title} ${queue.length}`} />
                }
                roomFilter={<RoomFilter roomId={roomId} onRoom={setRoomId} />}
              />
            </div>
            <ConsoleSide folds={folds} />
          </main>
          <ConsoleDialogs dialogs={dialogs} byId={byId} marks={marks} />
        </div>
      </ConsoleHallContext>
    </ConsoleToolsContext>
  );
}
