import { useMemo } from "react";
import { useRecords } from "../../session/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import { NO_ANSWERS, useAnswersByQuestion } from "../questions/answers-by-question.ts";
import { DeskItem } from "./desk-item.tsx";
import { deskOf } from "./desk-questions.ts";
import styles from "./unit-desk.module.css";

/** 待我答复: the questions routed to the viewer's unit, from all rooms, those without an answer first. */
export function UnitDesk({ unit }: { unit: string }) {
  const { room: words } = useMessages();
  const questions = useRecords("question");
  const answers = useAnswersByQuestion();
  const { waiting, answered } = useMemo(() => deskOf(questions, answers, unit), [questions, answers, unit]);
  return (
    <section aria-labelledby="desk-title">
      <h2 id="desk-title" className={styles.title}>
        {words.desk.title} {waiting.length}
      </h2>
      <p className={styles.unit}>{words.desk.unit(unit)}</p>
      {waiting.length + answered.length === 0 && (
        <EmptyState title={words.desk.none} hint={words.desk.noneHint} />
      )}
      <ul>
        {[...waiting, ...answered].map((question) => (
          <DeskItem
            key={question.id}
            question={question}
            unit={unit}
            answers={answers.get(question.questionId) ?? NO_ANSWERS}
          />
        ))}
      </ul>
    </section>
  );
}
