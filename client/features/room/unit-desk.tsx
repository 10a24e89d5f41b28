import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import { NO_ANSWERS, useAnswersByQuestion } from "../questions/answers-by-question.ts";
import { DeskItem } from "./desk-item.tsx";
import { DESK_GROUPS, type Desk, waitingOn } from "./desk-questions.ts";
import styles from "./unit-desk.module.css";
import { useDeskBell } from "./use-desk-bell.ts";

/** 待我答复: the questions routed to the viewer's unit, from all rooms, by what is to be done with them. */
export function UnitDesk({ unit, desk }: { unit: string; desk: Desk }) {
  const { room: words } = useMessages();
  const answers = useAnswersByQuestion();
  const waiting = waitingOn(desk);
  const bell = useDeskBell(desk.toAccept);
  return (
    <section aria-labelledby="desk-title">
      <div className={styles.head}>
        <h2 id="desk-title" className={styles.title}>
          {words.desk.title} {waiting}
        </h2>
        <button type="button" className={styles.bell} aria-pressed={bell.isOn} onClick={bell.toggle}>
          {bell.isOn ? words.desk.bellOn : words.desk.bellOff}
        </button>
      </div>
      <p className={styles.unit}>{words.desk.unit(unit)}</p>
      {waiting + desk.done.length === 0 && <EmptyState title={words.desk.none} hint={words.desk.noneHint} />}
      {DESK_GROUPS.map(
        (group) =>
          desk[group].length > 0 && (
            <section key={group} aria-label={words.desk.groups[group]}>
              <h3 className={styles.group}>
                {words.desk.groups[group]} {desk[group].length}
              </h3>
              <ul>
                {desk[group].map((question) => (
                  <DeskItem
                    key={question.id}
                    question={question}
                    unit={unit}
                    answers={answers.get(question.questionId) ?? NO_ANSWERS}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
    </section>
  );
}
