import { useCallback, useMemo, useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useCan, useOutbox, useRecords, useSend } from "../../session/hooks.ts";
import { NO_ANSWERS, useAnswersByQuestion } from "../questions/answers-by-question.ts";
import { QuestionCard } from "../questions/question-card.tsx";
import { ownSupport } from "./own-support.ts";
import {
  askingUnits,
  isReadIn,
  NO_FILTER,
  passes,
  type QuestionSort,
  sortQuestions,
} from "./question-order.ts";
import { QuestionsEmpty } from "./questions-empty.tsx";
import styles from "./questions-pane.module.css";
import { QuestionsToolbar } from "./questions-toolbar.tsx";
import { ShowNew } from "./show-new.tsx";
import { steadyList } from "./steady-list.ts";
import { useUnsentAsks } from "./use-unsent-asks.ts";

/** The questions of the room. The list under the eye keeps its order until the reader asks for the new one. */
export function QuestionsPane({ room }: { room: RoomRecord }) {
  const can = useCan();
  const send = useSend();
  const outbox = useOutbox();
  const supports = useRecords("support");
  const answers = useAnswersByQuestion();
  const unsent = useUnsentAsks(room.roomId);
  const all = useRecords("question");
  const [sort, setSort] = useState<QuestionSort>("support");
  const [filter, setFilter] = useState(NO_FILTER);

  const questions = useMemo(
    () =>
      all.filter(
        (question) =>
          isReadIn(question, room.roomId) && (question.status !== "pending" || question.mine === true),
      ),
    [all, room.roomId],
  );
  const sorted = useMemo(
    () =>
      sortQuestions(
        questions.filter((question) => passes(question, filter)),
        sort,
      ),
    [questions, filter, sort],
  );
  const chosen = `${sort} ${JSON.stringify(filter)}`;
  const [anchor, setAnchor] = useState(() => ({ chosen, order: sorted.map((question) => question.id) }));
  const showAll = () => setAnchor({ chosen, order: sorted.map((question) => question.id) });
  // Another order or filter is the reader's own wish: the list follows at once.
  if (anchor.chosen !== chosen) showAll();
  const { visible, waiting, drifted } = steadyList(sorted, anchor.order);

  const supportOf = useMemo(() => ownSupport(supports, outbox), [supports, outbox]);
  const onSupport = useCallback(
    (questionId: string, on: boolean) => void send({ type: "question.support", questionId, on }),
    [send],
  );
  const units = useMemo(() => askingUnits(questions), [questions]);
  const unsentShown = unsent.filter(({ question, state }) => state === "unsent" && passes(question, filter));
  const isEmpty = visible.length === 0 && unsentShown.length === 0;

  return (
    <div className={styles.pane}>
      <QuestionsToolbar
        sort={sort}
        onSort={setSort}
        filter={filter}
        onFilter={setFilter}
        units={units}
        canHaveOwn={can({ type: "question.ask", roomId: room.roomId, questionId: "", text: "" })}
      >
        <ShowNew waiting={waiting} drifted={drifted && sort === "support"} onShow={showAll} />
      </QuestionsToolbar>
      {isEmpty && (
        <QuestionsEmpty room={room} filtered={questions.length > 0} onClear={() => setFilter(NO_FILTER)} />
      )}
      <ul className={styles.list}>
        {unsentShown.map(({ question, state }) => (
          <li key={question.id}>
            <QuestionCard question={question} answers={NO_ANSWERS} state={state} />
          </li>
        ))}
        {visible.map((question) => {
          const { on, countShift } = supportOf(question);
          const maySupport =
            question.mine !== true &&
            question.status !== "closed" &&
            can({ type: "question.support", questionId: question.questionId, on: true });
          return (
            <li key={question.id}>
              <QuestionCard
                question={question}
                answers={answers.get(question.questionId) ?? NO_ANSWERS}
                roomId={room.roomId}
                supported={on}
                supportCount={question.support + countShift}
                {...(maySupport && { onSupport })}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
