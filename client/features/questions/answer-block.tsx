import { memo, type ReactNode } from "react";
import type { AnswerRole } from "../../../shared/domain/answers/reading-order.ts";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import styles from "./answer-block.module.css";

interface Props {
  readonly answer: AnswerView;
  readonly role: AnswerRole;
  /** What the reader may do with it, such as 修改. */
  readonly children?: ReactNode;
}

/** One answer under its question: which unit, as what, how it was given, when, what was said. */
export const AnswerBlock = memo(function AnswerBlock({ answer, role, children }: Props) {
  const { common } = useMessages();
  const [language] = useLanguage();
  return (
    <article className={styles.answer} aria-label={common.answer.heading(answer.unit)}>
      <p className={styles.head}>
        <strong>{answer.unit}</strong>
        {role === "lead" && <Tag tone="unit">{common.answer.roles.lead}</Tag>}
        {role === "added" && <Tag>{common.answer.roles.added}</Tag>}
        <span>
          {common.answer.manner[answer.manner]} · {formatClock(answer.postedAt, language)}
          {answer.editedAt !== null && ` · ${common.answer.edited(formatClock(answer.editedAt, language))}`}
        </span>
        {answer.status === "held" && <Tag tone="waiting">{common.answer.held}</Tag>}
        {answer.status === "held" && <span>{common.answer.heldHint}</span>}
      </p>
      <p className={styles.text}>{answer.text}</p>
      {children}
    </article>
  );
});
