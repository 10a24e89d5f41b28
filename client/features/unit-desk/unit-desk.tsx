import { Button } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { useIsInside } from "../../ui/use-is-inside.ts";
import { useKeptFocus } from "../../ui/use-kept-focus.ts";
import { NO_ANSWERS, useAnswersByQuestion } from "../questions/answers-by-question.ts";
import { DeskHold } from "./desk-hold.tsx";
import { DeskItem, deskItemId } from "./desk-item.tsx";
import { DESK_GROUPS, type Desk, isBare, waitingOn } from "./desk-questions.ts";
import styles from "./unit-desk.module.css";
import { useDeskBell } from "./use-desk-bell.ts";
import { useHeldDesk } from "./use-held-desk.ts";

interface Props {
  readonly unit: string;
  readonly desk: Desk;
  /** The focus has come in. */
  readonly onEntered: () => void;
}

/**
 * 待我答复: the questions routed to the viewer's unit, from all rooms, by what is to be done with them. While the reader is
 * in it nothing moves: a question goes to its next group when pointer and focus have left and no form is open.
 */
export function UnitDesk({ unit, desk, onEntered }: Props) {
  const { room: words } = useMessages();
  const answers = useAnswersByQuestion();
  const waiting = waitingOn(desk);
  const bell = useDeskBell(desk);
  const inside = useIsInside();
  const focus = useKeptFocus<HTMLHeadingElement>();
  const [openForms, setOpenForms] = useState(0);
  const hold = useCallback(() => {
    setOpenForms((count) => count + 1);
    return () => setOpenForms((count) => count - 1);
  }, []);
  const { shown, fresh, showFresh } = useHeldDesk(desk, inside.isInside || openForms > 0);
  const [looked, setLooked] = useState<QuestionView | undefined>();
  useEffect(() => {
    if (looked !== undefined) document.getElementById(deskItemId(looked))?.focus();
  }, [looked]);
  return (
    <section
      aria-labelledby="desk-title"
      className={styles.desk}
      {...inside.handlers}
      onFocus={(event) => {
        inside.handlers.onFocus();
        focus.handlers.onFocus(event);
        onEntered();
      }}
      onBlur={(event) => {
        inside.handlers.onBlur(event);
        focus.handlers.onBlur();
      }}
    >
      <header className={styles.head}>
        <div className={styles.headLine}>
          <h2 ref={focus.place} id="desk-title" tabIndex={-1} className={styles.title}>
            {words.desk.title} {waiting}
          </h2>
          <button type="button" className={styles.bell} aria-pressed={bell.isOn} onClick={bell.toggle}>
            {bell.isOn ? words.desk.bellOn : words.desk.bellOff}
          </button>
        </div>
        <p className={styles.unit}>
          <span title={words.desk.unit(unit)}>{words.desk.unit(unit)}</span>
          {fresh.length > 0 && (
            <Button
              variant="light"
              size="compact-sm"
              radius="xl"
              onClick={() => {
                showFresh(fresh);
                setLooked(fresh[0]);
              }}
            >
              {words.desk.showFresh(fresh.length)}
            </Button>
          )}
          <span className="visually-hidden" role="status">
            {fresh.length > 0 ? words.desk.freshAnnounced(fresh.length) : ""}
          </span>
        </p>
      </header>
      {isBare(desk) && <EmptyState title={words.desk.none} hint={words.desk.noneHint} />}
      <DeskHold value={hold}>
        {DESK_GROUPS.map(
          (group) =>
            shown[group].length > 0 && (
              <section key={group} aria-label={words.desk.groups[group]}>
                <h3 className={styles.group}>
                  {words.desk.groups[group]} {shown[group].length}
                </h3>
                <ul>
                  {shown[group].map((question) => (
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
      </DeskHold>
    </section>
  );
}
