import { Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useOutbox, useRecord, useRecords } from "../../session/hooks.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { LedgerLink } from "../followups/ledger-link.tsx";
import { NO_ANSWERS, useAnswersByQuestion } from "../questions/answers-by-question.ts";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import { AttendancePanel } from "./attendance-panel.tsx";
import { CaptureDialog } from "./capture-dialog.tsx";
import styles from "./console-frame.module.css";
import { heldList, pendingQueue, totals } from "./console-lists.ts";
import { focusDesk, useFocusFollowsSelection } from "./desk-focus.ts";
import { HeldQuestions } from "./held-questions.tsx";
import { JoinDialog } from "./join-dialog.tsx";
import { KeyButton } from "./key-button.tsx";
import { MarksBar } from "./marks-bar.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import { PendingQueue } from "./pending-queue.tsx";
import { QuestionDrawer } from "./question-drawer.tsx";
import { RoomFilter } from "./room-filter.tsx";
import { RoomsPanel } from "./rooms-panel.tsx";
import { RouteDialog } from "./route-dialog.tsx";
import { StagePanel } from "./stage-panel.tsx";
import { useCapture } from "./use-capture.ts";
import { useConsoleRights } from "./use-console-rights.ts";
import { useDeskKeys } from "./use-desk-keys.ts";
import { useMarks } from "./use-marks.ts";
import { useModeration } from "./use-moderation.ts";
import { useQueueSelection } from "./use-queue-selection.ts";
import { useShortcutsSetting } from "./use-shortcuts-setting.ts";
import { WorkTabs } from "./work-tabs.tsx";

/** The console: what waits at left, everything in order in the middle, stage and rooms at right. */
export function ConsoleDesk() {
  const { console: words } = useMessages();
  const session = useRecord("session", SESSION_RECORD_ID);
  const allQuestions = useRecords("question");
  const roomRecords = useRecords("room");
  const personRecords = useRecords("person");
  const outbox = useOutbox();
  const answersByQuestion = useAnswersByQuestion();
  const rights = useConsoleRights();
  const moderation = useModeration();
  const capture = useCapture();
  const [shortcutsOn, setShortcutsOn] = useShortcutsSetting();
  const [roomId, setRoomId] = useState<string | null>(null);
  const [routing, setRouting] = useState<string | null>(null);
  const [capturing, setCapturing] = useState(false);
  const [closing, setClosing] = useState<string | null>(null);
  const [joining, setJoining] = useState<readonly QuestionView[] | null>(null);
  const [activeRow, setActiveRow] = useState<string | null>(null);
  const [details, setDetails] = useState<{ questionId: string; toAnswer: boolean } | null>(null);

  const rooms = useMemo(() => [...roomRecords].sort((one, other) => one.order - other.order), [roomRecords]);
  const people = useMemo(
    () =>
      personRecords.filter((person) => person.removed !== true).sort((one, other) => one.order - other.order),
    [personRecords],
  );
  const questions = useMemo(
    () =>
      allQuestions.filter(
        (question) => roomId === null || question.roomId === roomId || question.liftedTo === roomId,
      ),
    [allQuestions, roomId],
  );
  const byId = useMemo(
    () => new Map(allQuestions.map((question) => [question.questionId, question])),
    [allQuestions],
  );
  const queue = useMemo(() => pendingQueue(questions, outbox), [questions, outbox]);
  const held = useMemo(() => heldList(questions), [questions]);
  const selection = useQueueSelection(queue);
  const marks = useMarks(byId);
  const roomNames = useMemo(
    () => new Map(rooms.length > 1 && roomId === null ? rooms.map((room) => [room.roomId, room.name]) : []),
    [rooms, roomId],
  );
  const acts = useMemo(
    () => ({
      onRoute: setRouting,
      onDetails: (questionId: string) => setDetails({ questionId, toAnswer: false }),
      onAnswer: (questionId: string) => setDetails({ questionId, toAnswer: true }),
      onActive: setActiveRow,
      onClosing: setClosing,
      onMark: marks.toggle,
    }),
    [marks.toggle],
  );
  const isDialogOpen =
    routing !== null || details !== null || closing !== null || joining !== null || capturing;
  const onCapture = () => setCapturing(true);
  const onJoin = () => setJoining(marks.questions);
  const letGoOfMarks = () => {
    marks.clear();
    focusDesk();
  };
  const enabled = shortcutsOn && !isDialogOpen;
  useDeskKeys({ enabled, byId, selection, rights, moderation, acts, marks, onCapture, onJoin });
  useFocusFollowsSelection(selection.selected, selection.mode);

  const arrived = people.filter((person) => person.arrivedAt != null).length;
  const sums = totals(allQuestions);
  const routed = routing === null ? undefined : byId.get(routing);
  const shown = details === null ? undefined : byId.get(details.questionId);
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
            onPress={onCapture}
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
          closing={closing}
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
          filter={<RoomFilter rooms={rooms} roomId={roomId} onRoom={setRoomId} />}
        />
        <aside className={styles.right}>
          <StagePanel rights={rights} moderation={moderation} />
          <RoomsPanel rooms={rooms} people={people} rights={rights} moderation={moderation} />
          <NumbersPanel />
          <AttendancePanel people={people} />
        </aside>
      </main>
      <QuestionDrawer
        shown={details}
        question={shown}
        answers={(shown && answersByQuestion.get(shown.questionId)) ?? NO_ANSWERS}
        rights={rights}
        moderation={moderation}
        onRoute={acts.onRoute}
        onClose={() => setDetails(null)}
      />
      <CaptureDialog
        opened={capturing}
        rooms={rooms}
        people={people}
        onCapture={capture}
        onClose={() => setCapturing(false)}
      />
      <JoinDialog
        questions={joining}
        moderation={moderation}
        onClose={() => setJoining(null)}
        onSent={async (sent, done) => {
          marks.clear();
          if (!(await done)) marks.set(sent.map(({ questionId }) => questionId));
        }}
      />
      <RouteDialog question={routed} moderation={moderation} onClose={() => setRouting(null)} />
    </div>
  );
}
