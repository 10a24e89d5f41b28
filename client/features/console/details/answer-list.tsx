import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { inReadingOrder } from "../../../../shared/domain/answers/reading-order.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import type { AnswerView } from "../../../sync/views.ts";
import { useMessages } from "../../../ui/language.tsx";
import { AnswerBlock } from "../../questions/answer-block.tsx";
import type { ConsoleRights } from "../acts/use-console-rights.ts";
import type { Moderation } from "../acts/use-moderation.ts";
import { TextForm } from "../forms/text-form.tsx";

interface Props {
  readonly answers: readonly AnswerView[];
  readonly leadUnit: string | null;
  /** A closed question's answers stay as they are. */
  readonly isClosed: boolean;
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
}

/** The answers of a question, each to be corrected, taken back to 待核 or let out again. */
export function AnswerList({ answers, leadUnit, isClosed, rights, moderation }: Props) {
  const { acts } = useMessages().console;
  const [editing, setEditing] = useState<string | null>(null);
  return inReadingOrder(answers, leadUnit).map(({ answer, role }) =>
    editing === answer.answerId ? (
      <AnswerEditor
        key={answer.id}
        answer={answer}
        moderation={moderation}
        onClose={() => setEditing(null)}
      />
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

function AnswerEditor(props: { answer: AnswerView; moderation: Moderation; onClose: () => void }) {
  const { answer, moderation, onClose } = props;
  const { common } = useMessages();
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
