import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { WritingForm } from "../../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import texts from "../console-text.module.css";
import styles from "./forms.module.css";

interface Props {
  readonly question: QuestionView;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** Corrects a question's wording, with what the asker wrote above it. */
export function WordingForm({ question, onSave, onClose }: Props) {
  const { console: words, common } = useAllMessages();
  const draft = useDraft(`wording.${question.questionId}`, question.text);
  return (
    <WritingForm
      draft={draft}
      label={words.edit.label}
      rows={[2, 8]}
      maxChars={LIMITS.questionMaxChars}
      submitLabel={common.save}
      hint={words.edit.hint}
      focus="now"
      onSubmit={(text) => {
        if (text !== question.text) onSave(text);
        onClose();
      }}
      onCancel={() => {
        draft.forget();
        onClose();
      }}
    >
      <p className={styles.original}>
        <span className={texts.hint}>{words.edit.original}</span> {question.originalText ?? question.text}
      </p>
    </WritingForm>
  );
}
