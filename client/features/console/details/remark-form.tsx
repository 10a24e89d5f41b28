import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { WritingForm } from "../../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";

/** The staff's own remark on a question; the save button stands there only while it differs. */
export function RemarkForm({ question }: { question: QuestionView }) {
  const words = useAllMessages().console.details;
  const { moderation } = useConsole();
  const known = question.remark ?? "";
  return (
    <WritingForm
      draft={useDraft(`remark.${question.questionId}`, known)}
      label={words.remark}
      rows={[1, 6]}
      maxChars={LIMITS.remarkMaxChars}
      submitLabel={words.remarkSave}
      isReady={(text) => text !== known}
      isQuiet
      onSubmit={(text) => moderation.remark(question, text === "" ? null : text)}
    />
  );
}
