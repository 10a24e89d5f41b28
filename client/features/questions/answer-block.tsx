import { memo, type ReactNode } from "react";
import type { AnswerView } from "../../session/views.ts";
import { formatClock } from "../../ui/format-time.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import styles from "./answer-block.module.css";

interface Props {
  readonly answer: AnswerView;
  /** What the reader may do with it, such as 修改. */
  readonly children?: ReactNode;
}

/** One answer under its question: which unit, how it was given, when, what was said. */
export const AnswerBlock = memo(function AnswerBlock({ answer, children }: Props) {
  const { common } = useMessages();
  const [language] = useLanguage();
  return (
    <article className={styles.answer} aria-label={common.answer.heading(answer.unit)}>
      <p className={styles.head}>
        <strong>{answer.unit}</strong>
        <span>
          {common.answer.manner[answer.manner]} · {formatClock(answer.postedAt, language)}
          {answer.editedAt !== null && ` · ${common.answer.edited(formatClock(answer.editedAt, language))}`}
        </span>
        {answer.part && <Tag>{common.answer.part}</Tag>}
        {answer.status === "held" && <Tag tone="waiting">{common.answer.held}</Tag>}
        {answer.status === "held" && <span>{common.answer.heldHint}</span>}
      </p>
      <p className={styles.text}>{answer.text}</p>
      {children}
    </article>
  );
});
