import { Modal, Stack } from "@mantine/core";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { WritingForm } from "../../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";
import texts from "../console-text.module.css";
import { longestText, unitsLine } from "../marks/joining.ts";
import styles from "./join-dialog.module.css";

interface Props {
  /** What is to become one; `null`: closed. */
  readonly questions: readonly QuestionView[] | null;
  readonly onClose: () => void;
  /** They are on their way; `done` tells how it ended. */
  readonly onSent: (questions: readonly QuestionView[], done: Promise<boolean>) => void;
}

/** 合并: the questions, and the one wording for all of them. */
export function JoinDialog({ questions, onClose, ...rest }: Props) {
  const { join: words } = useAllMessages().console;
  return (
    <Modal opened={questions !== null} onClose={onClose} title={words.title} size={600}>
      {questions !== null && <JoinForm questions={questions} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function JoinForm({ questions, onClose, onSent }: Props & { questions: readonly QuestionView[] }) {
  const { common, console } = useAllMessages();
  const { join: words } = console;
  const { moderation } = useConsole();
  const ids = questions.map(({ questionId }) => questionId).sort();
  const draft = useDraft(`join.${ids.join(".")}`, longestText(questions));
  const submit = async (text: string) => {
    const done = moderation.join(questions, text);
    onSent(questions, done);
    onClose();
    // Refused, the wording waits here for the next try.
    if (!(await done)) draft.write(text);
  };
  return (
    <Stack gap="xs">
      <ul className={styles.list} aria-label={words.list}>
        {questions.map((question) => (
          <li key={question.id} className={styles.quoted}>
            <p>{question.text}</p>
            <p className={texts.hint}>
              {unitsLine(question, common.listSeparator)}
              {question.anonymous && ` ${common.question.anonymous}`}
            </p>
          </li>
        ))}
      </ul>
      <WritingForm
        draft={draft}
        label={words.text}
        rows={[3, 8]}
        maxChars={LIMITS.questionMaxChars}
        submitLabel={words.submit}
        hint={words.keys}
        focus="dialog"
        onSubmit={(text) => void submit(text)}
        onCancel={onClose}
      />
      <p className={texts.hint}>
        {questions.some(({ status }) => status === "pending") ? words.hintPending : words.hint}
      </p>
    </Stack>
  );
}
