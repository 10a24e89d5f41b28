import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useCan, useOutbox, useRecords, useSend } from "../../session/hooks.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import { useAlike } from "../finding/use-alike.ts";
import { questionState } from "../questions/question-state.ts";
import { StatusTag } from "../questions/status-tag.tsx";
import styles from "./alike-asked.module.css";
import { ownSupport } from "./own-support.ts";

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
  readonly onText: (text: string) => void;
  /** Puts a text back into the field, beside what stands there by then. */
  readonly onTakeBack: (text: string) => void;
  readonly onReveal: (recordId: string) => void;
}

/** 已有相近问题: what others have asked already, to say that one has it too instead of asking again. */
export function AlikeAsked({ text, unit, onText, onTakeBack, onReveal }: Props) {
  const words = useMessages().finding.alike;
  const alike = useAlike();
  const settled = useSettled(text, PAUSE_MS, isTooShort);
  const found = useMemo(
    () =>
      isTooShort(settled)
        ? NONE
        : alike({ id: null, text: settled, unit, topics: NO_TOPICS }, isOffered, SHOWN_MAX),
    [alike, settled, unit],
  );
  return (
    <>
      <p className="visually-hidden" role="status">
        {found.length > 0 ? words.count(found.length) : ""}
      </p>
      {found.length > 0 && (
        <section className={styles.alike} aria-label={words.title}>
          <h3 className={styles.title}>{words.title}</h3>
          <ul>
            {found.map((question) => (
              <AlikeRow
                key={question.id}
                question={question}
                draft={text}
                onText={onText}
                onTakeBack={onTakeBack}
                onReveal={onReveal}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface RowProps extends Pick<Props, "onText" | "onTakeBack" | "onReveal"> {
  readonly question: QuestionView;
  readonly draft: string;
}

function AlikeRow({ question, draft, onText, onTakeBack, onReveal }: RowProps) {
  const { common, finding } = useMessages();
  const words = finding.alike;
  const can = useCan();
  const send = useSend();
  const outbox = useOutbox();
  const supports = useRecords("support");
  const undoNotice = useUndoNotice();
  const { on, countShift } = useMemo(
    () => ownSupport(supports, outbox)(question),
    [supports, outbox, question],
  );
  const { questionId } = question;
  const support = (wanted: boolean) => void send({ type: "question.support", questionId, on: wanted });
  const maySupport =
    !on &&
    question.mine !== true &&
    question.status !== "closed" &&
    can({ type: "question.support", questionId, on: true });
  const onSupport = () => {
    support(true);
    onText("");
    undoNotice(words.supported, () => {
      support(false);
      onTakeBack(draft);
    });
  };
  return (
    <li className={styles.row}>
      <p className={styles.text}>{question.text}</p>
      <p className={styles.state}>
        <StatusTag state={questionState(question)} />
        {question.mine === true ? words.mine : common.question.supportCount(question.support + countShift)}
      </p>
      <div className={styles.acts}>
        {maySupport && (
          <Button size="compact-md" variant="light" onClick={onSupport}>
            {common.question.supportAction}
          </Button>
        )}
        {on && <span className={styles.supported}>{common.question.supported}</span>}
        <Button size="compact-md" variant="default" onClick={() => onReveal(question.id)}>
          {words.show}
        </Button>
      </div>
    </li>
  );
}

function isTooShort(text: string): boolean {
  return text.trim().length < DRAFT_MIN_CHARS;
}

/** What everybody in the room can read, and what one has asked oneself. */
function isOffered({ status, mine }: QuestionView): boolean {
  if (status === "pending") return mine === true;
  return status !== "declined" && status !== "merged";
}
