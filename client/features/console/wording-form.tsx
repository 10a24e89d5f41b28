import { Button, Group, Textarea } from "@mantine/core";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { useSubmitKey } from "../../ui/use-submit-key.ts";
import styles from "./console.module.css";
import { useDraft } from "./use-draft.ts";

interface Props {
  readonly question: QuestionView;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** Corrects a question's wording, with what the asker wrote above it. */
export function WordingForm({ question, onSave, onClose }: Props) {
  const { console: words, common } = useMessages();
  const [text, setText, forget] = useDraft(`wording.${question.questionId}`, question.text);
  const trimmed = text.trim();
  const close = () => {
    forget();
    onClose();
  };
  const save = () => {
    if (trimmed === "") return;
    if (trimmed !== question.text) onSave(trimmed);
    close();
  };
  const submitOnKey = useSubmitKey(save, "ctrl-enter");
  return (
    <div className={styles.form}>
      <p className={styles.original}>
        <span className={styles.hint}>{words.edit.original}</span> {question.originalText ?? question.text}
      </p>
      <Textarea
        label={words.edit.label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LIMITS.questionMaxChars}
        value={text}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) close();
          else submitOnKey(event);
        }}
      />
      <Group gap="xs">
        <Button size="compact-md" onClick={save} disabled={trimmed === ""}>
          {common.save}
        </Button>
        <Button size="compact-md" variant="default" onClick={close}>
          {common.cancel}
        </Button>
        <span className={styles.hint}>{words.edit.hint}</span>
      </Group>
    </div>
  );
}
