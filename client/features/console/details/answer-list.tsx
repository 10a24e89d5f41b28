import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { inReadingOrder } from "../../../../shared/domain/answers/reading-order.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import type { AnswerView } from "../../../sync/views.ts";
import { useMessages } from "../../../ui/language.tsx";
import { AnswerBlock } from "../../questions/answer-block.tsx";
import { useConsole } from "../console-context.ts";
import { TextForm } from "../forms/text-form.tsx";

interface Props {
  readonly answers: readonly AnswerView[];
  readonly leadUnit: string | null;
  /** A closed question's answers stay as they are. */
  readonly isClosed: boolean;
}

/** The answers of a question, each to be corrected, taken back to 待核 or let out again. */
export function AnswerList({ answers, leadUnit, isClosed }: Props) {
  const { acts } = useMessages().console;
  const { rights, moderation } = useConsole();
  const [editing, setEditing] = useState<string | null>(null);
  return inReadingOrder(answers, leadUnit).map(({ answer, role }) =>
    editing === answer.answerId ? (
      <AnswerEditor key={answer.id} answer={answer} onClose={() => setEditing(null)} />
    ) : (
      <AnswerBlock key={answer.id} answer={answer} role={role}>
        <Group gap="xs" mt={6}>
          {rights.records && !isClosed && (
            <Button size="compact-sm" variant="default" onClick={() => setEditing(answer.answerId)}>
              {acts.editAnswer}
            </Button>
          )}
          {rights.moderates && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => moderation.holdAnswer(answer.answerId, answer.status === "public")}
            >
              {answer.status === "public" ? acts.hold : acts.release}
            </Button>
          )}
        </Group>
      </AnswerBlock>
    ),
  );
}

function AnswerEditor({ answer, onClose }: { answer: AnswerView; onClose: () => void }) {
  const { common } = useMessages();
  const { moderation } = useConsole();
  const draft = useDraft(`answerEdit.${answer.answerId}`, answer.text);
  return (
    <TextForm
      draft={draft}
      label={common.answer.heading(answer.unit)}
      rows={[3, 12]}
      maxChars={LIMITS.answerMaxChars}
      submitLabel={common.save}
      focus="now"
      onSubmit={(text) => {
        if (text !== answer.text) moderation.editAnswer(answer.answerId, text);
        onClose();
      }}
      onCancel={() => {
        draft.forget();
        onClose();
      }}
    />
  );
}
