import { memo, useEffect, useRef } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { MarkBox } from "../marks/mark-box.tsx";
import { agoWords } from "./minutes-ago.ts";
import { pendingId } from "./pending-id.ts";
import styles from "./pending-line.module.css";

interface Props {
  readonly question: QuestionView;
  readonly roomName: string | null;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  /** Whether questions can be marked. */
  readonly withMark: boolean;
  readonly minutesAgo: number;
  /** Selects and opens. */
  readonly onSelect: (questionId: string) => void;
}

/** A question that waits, in one line; a press opens it where it stands. */
export const PendingLine = memo(function PendingLine(props: Props) {
  const { question, roomName, isSelected, isMarked, withMark, minutesAgo, onSelect } = props;
  const { console: words, common } = useAllMessages();
  const { questionId, asker, anonymous } = question;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const named = asker !== undefined && asker.name !== "";
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the console select lines, wherever the focus is.
    <li
      ref={line}
      id={pendingId(questionId)}
      className={`${styles.line} ${isSelected ? styles.selected : ""} ${isMarked ? styles.marked : ""}`}
      aria-current={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(questionId)}
    >
      {withMark && <MarkBox question={question} isMarked={isMarked} tabIndex={isSelected ? 0 : -1} />}
      <span className={styles.text} title={question.text}>
        {question.text}
      </span>
      {roomName !== null && <Tag tone="unit">{roomName}</Tag>}
      <span className={styles.asker} title={named ? `${asker.unit} · ${asker.name}` : undefined}>
        {named && `${asker.unit} · ${asker.name}`}
        {anonymous && ` · ${common.question.anonymous}`}
      </span>
      <span className={styles.ago}>{agoWords(minutesAgo, words.queue.ago)}</span>
    </li>
  );
});
