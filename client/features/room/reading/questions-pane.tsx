import { Chip } from "@mantine/core";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { leads } from "../../../../shared/domain/people/leading.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { useCan, useMe, useOutbox, useRecord, useRecords, useSend } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { useWindowed } from "../../../ui/use-windowed.ts";
import { Finder } from "../../finding/finder.tsx";
import { focusSearch } from "../../finding/focus-search.ts";
import { isNarrowed } from "../../finding/question-filter.ts";
import { NO_ANSWERS, useAnswersByQuestion } from "../../questions/answers-by-question.ts";
import { QuestionCard } from "../../questions/question-card.tsx";
import { useUnsentAsks } from "../asking/use-unsent-asks.ts";
import { maySupport, ownSupport } from "../own-support.ts";
import { isReadIn } from "./is-read-in.ts";
import { QuestionsEmpty } from "./questions-empty.tsx";
import styles from "./questions-pane.module.css";
import { ShowNew } from "./show-new.tsx";
import { useFoundQuestions } from "./use-found-questions.ts";
import { type Revealed, useRevealIn } from "./use-reveal.ts";

// Few lead a group.
const LeaderCapture = lazy(async () => ({
  default: (await import("../reviewing/leader-capture.tsx")).LeaderCapture,
}));

/** A card of two lines with its tags. */
const ESTIMATED_CARD_PX = 112;
const GAP_PX = 10;

interface Props {
  readonly room: RoomRecord;
  /** The question somebody wants to see. */
  readonly revealed: Revealed | null;
  readonly onRevealed: () => void;
}

/** The questions of the room. The list under the eye keeps its order until the reader asks for the new one. */
export function QuestionsPane({ room, revealed, onRevealed }: Props) {
  const { finding, room: words } = useMessages();
  const undoNotice = useUndoNotice();
  const can = useCan();
  const send = useSend();
  const outbox = useOutbox();
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  const isLeader = leads(useMe(), room.roomId) && isOpen;
  const supports = useRecords("support");
  const answers = useAnswersByQuestion();
  const unsent = useUnsentAsks(room.roomId);
  const all = useRecords("question");
  const questions = useMemo(
    () =>
      all.filter(
        (question) =>
          isReadIn(question, room.roomId) && (question.status !== "pending" || question.mine === true),
      ),
    [all, room.roomId],
  );
  const found = useFoundQuestions(questions);
  const { visible, filter, setFilter, passes } = found;

  const supportOf = useMemo(() => ownSupport(supports, outbox), [supports, outbox]);
  const onSupport = useCallback(
    (questionId: string, on: boolean) => void send({ type: "question.support", questionId, on }),
    [send],
  );
  const unsentShown = unsent.filter(({ question, state }) => state === "unsent" && passes(question));
  const isEmpty = visible.length === 0 && unsentShown.length === 0;
  const keys = useMemo(() => visible.map(({ id }) => id), [visible]);
  const windowed = useWindowed<HTMLUListElement>({ keys, estimatedRowPx: ESTIMATED_CARD_PX, gapPx: GAP_PX });

  const letIn = () => {
    found.showAll();
    if (isNarrowed(filter)) undoNotice(finding.cleared, () => setFilter(filter));
  };
  useRevealIn({ keys, reveal: windowed.reveal, showAll: letIn }, revealed, onRevealed);

  return (
    <div className={styles.pane} data-scroller>
      <div className={styles.toolbar}>
        <Finder
          questions={questions}
          found={found.found}
          sort={found.sort}
          onSort={found.setSort}
          filter={filter}
          onFilter={setFilter}
        >
          {can({ type: "question.ask", roomId: room.roomId }) && (
            <Chip
              size="sm"
              checked={filter.onlyMine}
              onChange={(onlyMine) => setFilter({ ...filter, onlyMine })}
            >
              {words.onlyMine}
            </Chip>
          )}
          <ShowNew waiting={found.waiting} drifted={found.drifted} onShow={found.showNew} />
        </Finder>
      </div>
      {isEmpty && (
        <QuestionsEmpty
          room={room}
          filtered={questions.length > 0}
          onClear={() => {
            found.showAll();
            focusSearch();
          }}
        />
      )}
      <ul className={styles.unsent}>
        {unsentShown.map(({ question, state }) => (
          <li key={question.id}>
            <QuestionCard question={question} answers={NO_ANSWERS} state={state} />
          </li>
        ))}
      </ul>
      <ul
        ref={windowed.list}
        className={styles.list}
        aria-label={words.listLabel}
        style={{ paddingBottom: windowed.endPx }}
        onFocus={windowed.onFocus}
        onBlur={windowed.onBlur}
      >
        {windowed.rows.map(({ index, spacePx }) => {
          const question = visible[index];
          if (question === undefined) return null;
          const { on, countShift } = supportOf(question);
          return (
            <li
              key={question.id}
              ref={windowed.measure}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={visible.length}
              style={{ marginTop: spacePx }}
            >
              <QuestionCard
                question={question}
                answers={answers.get(question.questionId) ?? NO_ANSWERS}
                roomId={room.roomId}
                supported={on}
                supportCount={question.support + countShift}
                {...(maySupport(question, can) && { onSupport })}
              >
                {isLeader &&
                  can({ type: "answer.post", questionId: question.questionId, manner: "oral" }) && (
                    <Suspense fallback={null}>
                      <LeaderCapture question={question} />
                    </Suspense>
                  )}
              </QuestionCard>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
