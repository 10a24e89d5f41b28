import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useCan, useOutbox, useRecords, useSend } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import clamped from "../../../ui/text/clamped-text.module.css";
import { showProblem, useUndoNotice } from "../../../ui/undo.tsx";
import { useSettled } from "../../../ui/use-settled.ts";
import { useAlike } from "../../finding/use-alike.ts";
import { isInPlay, questionState } from "../../questions/question-state.ts";
import { StatusTag } from "../../questions/status-tag.tsx";
import { maySupport, type OwnSupport, ownSupport } from "../own-support.ts";
import styles from "./alike-asked.module.css";

const SHOWN_MAX = 3;
/** Fewer characters say too little of what is being asked. */
const DRAFT_MIN_CHARS = 5;
/** A pause in the typing. */
const PAUSE_MS = 300;
const NONE: readonly QuestionView[] = [];
const NO_TOPICS: readonly string[] = [];

interface Props {
  /** The draft. */
  readonly text: string;
  /** The unit it is meant for. */
  readonly unit: string | null;
  /** Puts the draft away, which is not needed; gives what brings it back. */
  readonly onPutAway: () => () => void;
  readonly onReveal: (recordId: string) => void;
}

/** 已有相近问题: what others have asked already, to say that one has it too instead of asking again. */
export function AlikeAsked({ text, unit, onPutAway, onReveal }: Props) {
  const { errors, finding } = useMessages();
  const words = finding.alike;
  const alike = useAlike();
  const send = useSend();
  const undoNotice = useUndoNotice();
  const hideNotice = useRef<() => void>(() => undefined);
  // The notice gives the text back to this field; without the field it could not.
  useEffect(() => () => hideNotice.current(), []);
  const settled = useSettled(text, PAUSE_MS, isTooShort);
  const found = useMemo(
    () =>
      isTooShort(settled)
        ? NONE
        : alike({ id: null, text: settled, unit, topics: NO_TOPICS }, isOffered, SHOWN_MAX),
    [alike, settled, unit],
  );
  const onSupport = ({ questionId }: QuestionView) => {
    const bringBack = onPutAway();
    hideNotice.current = undoNotice(words.supported, () => {
      void send({ type: "question.support", questionId, on: false });
      bringBack();
    });
    void send({ type: "question.support", questionId, on: true }).then((reply) => {
      if (reply.ok) return;
      hideNotice.current();
      bringBack();
      showProblem(errors[reply.error.code]);
    });
  };
  const can = useCan();
  const outbox = useOutbox();
  const supports = useRecords("support");
  const supportOf = useMemo(() => ownSupport(supports, outbox), [supports, outbox]);
  const rows = found.map((question) => {
    const own = supportOf(question);
    return { question, own, mayAdd: !own.on && maySupport(question, can) };
  });
  const title = rows.some(({ mayAdd }) => mayAdd) ? words.title : words.titleOnly;
  return (
    <>
      <p className="visually-hidden" role="status">
        {found.length > 0 ? words.count(found.length) : ""}
      </p>
      {found.length > 0 && (
        <section className={styles.alike} aria-label={title}>
          <h3 className={styles.title}>{title}</h3>
          <ul>
            {rows.map((row) => (
              <AlikeRow key={row.question.id} {...row} onSupport={onSupport} onReveal={onReveal} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface RowProps extends Pick<Props, "onReveal"> {
  readonly question: QuestionView;
  readonly own: OwnSupport;
  /** Whether the viewer can still say 同问. */
  readonly mayAdd: boolean;
  readonly onSupport: (question: QuestionView) => void;
}

function AlikeRow({ question, own, mayAdd, onSupport, onReveal }: RowProps) {
  const { common, finding } = useMessages();
  return (
    <li className={styles.row}>
      <p className={`${clamped.twoLines} ${styles.text}`}>{question.text}</p>
      <p className={styles.state}>
        <StatusTag state={questionState(question)} />
        {question.mine === true
          ? finding.alike.mine
          : common.question.supportCount(question.support + own.countShift)}
      </p>
      <div className={styles.acts}>
        {mayAdd && (
          <Button size="compact-md" variant="filled" onClick={() => onSupport(question)}>
            {common.question.supportAction}
          </Button>
        )}
        {own.on && <span className={styles.supported}>{common.question.supported}</span>}
        <Button size="compact-md" variant="default" onClick={() => onReveal(question.id)}>
          {hasAnswer(question) ? finding.alike.showAnswer : finding.alike.show}
        </Button>
      </div>
    </li>
  );
}

function hasAnswer({ status }: QuestionView): boolean {
  return status === "answered" || status === "closed";
}

function isTooShort(text: string): boolean {
  return text.trim().length < DRAFT_MIN_CHARS;
}

/** What everybody in the room can read, and what one has asked oneself. */
function isOffered({ status, mine }: QuestionView): boolean {
  return status === "pending" ? mine === true : isInPlay(status);
}
