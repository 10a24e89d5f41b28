import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { inReadingOrder } from "../../../../shared/domain/answers/reading-order.ts";
import type { AnswerView } from "../../../../shared/domain/answers/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { AnswerEditor } from "../../answering/answer-forms.tsx";
import { AnswerBlock } from "../../questions/answer-block.tsx";
import { useConsole } from "../console-context.ts";

interface Props {
  readonly answers: readonly AnswerView[];
  readonly leadUnit: string | null;
  /** A closed question's answers stay as they are. */
  readonly isClosed: boolean;
}

/** The answers of a question, each to be corrected, taken back to 待核 or let out again. */
export function AnswerList({ answers, leadUnit, isClosed }: Props) {
  const { acts } = useAllMessages().console;
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
