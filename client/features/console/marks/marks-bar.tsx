import { Button } from "@mantine/core";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { KeyButton } from "../keys/key-button.tsx";
import styles from "./marks-bar.module.css";
import type { Marks } from "./use-marks.ts";

interface Props {
  readonly marks: Marks;
  /** What stands here while nothing is marked; the line is always there, so that marking moves nothing. */
  readonly hint: string;
  readonly onJoin: () => void;
  readonly onApprove: (questions: readonly QuestionView[]) => void;
  readonly onClear: () => void;
}

/** What can be done with the marked questions together. */
export function MarksBar({ marks, hint, onJoin, onApprove, onClear }: Props) {
  const words = useAllMessages().console.marks;
  const count = marks.questions.length;
  const pending = marks.questions.filter(({ status }) => status === "pending");
  return (
    <div className={count === 0 ? styles.bar : `${styles.bar} ${styles.filled}`}>
      <p className={styles.words} role="status">
        {count === 0 ? hint : count === 1 ? words.one : words.count(count)}
      </p>
      {count > 1 && <KeyButton label={words.join} shortcut="join" onPress={onJoin} />}
      {pending.length > 0 && (
        <Button size="compact-md" variant="default" onClick={() => onApprove(pending)}>
          {words.approveAll(pending.length)}
        </Button>
      )}
      {count > 0 && (
        <Button size="compact-md" variant="subtle" onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
