import { Button, Textarea } from "@mantine/core";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { useSubmitKey } from "../../ui/use-submit-key.ts";
import styles from "./console.module.css";
import { useDraft } from "./use-draft.ts";
import type { Moderation } from "./use-moderation.ts";

/** The staff's own remark on a question; the save button stands there only while it differs. */
export function RemarkForm({ question, moderation }: { question: QuestionView; moderation: Moderation }) {
  const words = useMessages().console.details;
  const known = question.remark ?? "";
  const [text, setText, forget] = useDraft(`remark.${question.questionId}`, known);
  const trimmed = text.trim();
  const save = () => {
    if (trimmed === known) return;
    moderation.remark(question, trimmed === "" ? null : trimmed);
    forget();
  };
  const submitOnKey = useSubmitKey(save, "ctrl-enter");
  return (
    <div className={styles.form}>
      <Textarea
        label={words.remark}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={LIMITS.remarkMaxChars}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={submitOnKey}
      />
      {trimmed !== known && (
        <Button size="compact-md" variant="default" onClick={save}>
          {words.remarkSave}
        </Button>
      )}
    </div>
  );
}
