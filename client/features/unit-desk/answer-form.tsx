import { Checkbox, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { z } from "zod";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraftChoices } from "../../drafts/use-draft-choices.ts";
import { useSend } from "../../sync/hooks.ts";
import { newId } from "../../sync/new-id.ts";
import type { AnswerView, QuestionView } from "../../sync/views.ts";
import { TextCounter } from "../../ui/forms/text-counter.tsx";
import { checkText } from "../../ui/forms/text-problem.ts";
import { useMessages } from "../../ui/language.tsx";
import { DeskForm } from "./desk-form.tsx";

const choicesSchema = z.object({ part: z.boolean() });

interface Props {
  readonly question: QuestionView;
  /** The answer to change; absent to give a new one. */
  readonly answer?: AnswerView;
  /** Whether the unit only adds to what another will answer. */
  readonly isSupport?: boolean;
  /** The answer is in the outbox, or its author has let go. */
  readonly onDone: () => void;
}

/** Writes an answer, or changes one. The draft stays on this machine until it is submitted. */
export function AnswerForm({ question, answer, isSupport = false, onDone }: Props) {
  const { errors, room: words } = useMessages();
  const send = useSend();
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, choices, choose } = useDraftChoices(
    answer === undefined ? `answer.${question.questionId}` : `answerEdit.${answer.answerId}`,
    { part: false },
    choicesSchema,
    answer?.text,
  );
  const { part } = choices;
  const { text } = draft;
  const [tried, setTried] = useState(false);
  const checked = checkText(text, LIMITS.answerMaxChars);
  const problem = checked.ok || (checked.code === "text_empty" && !tried) ? null : errors[checked.code];

  const submit = () => {
    setTried(true);
    if (!checked.ok) {
      field.current?.focus();
      return;
    }
    void send(
      answer === undefined
        ? {
            type: "answer.post",
            answerId: newId(),
            questionId: question.questionId,
            text: checked.text,
            manner: "written",
            ...(part && { part }),
          }
        : { type: "answer.edit", answerId: answer.answerId, text: checked.text },
      { keepRefused: true },
    );
    draft.forget();
    onDone();
  };

  return (
    <DeskForm
      question={question}
      submitLabel={
        answer !== undefined
          ? words.desk.saveEdit
          : isSupport || part
            ? words.desk.submitPart
            : words.desk.submit
      }
      submitHint={words.ask.keys}
      onSubmit={submit}
      onClose={onDone}
    >
      <Textarea
        ref={field}
        aria-label={words.desk.label(question.text)}
        placeholder={words.desk.placeholder}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        error={problem}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
      <TextCounter text={text} maxChars={LIMITS.answerMaxChars} note={words.desk.rule} />
      {answer === undefined && !isSupport && question.status !== "answered" && (
        <Checkbox
          mt={8}
          label={words.desk.part}
          checked={part}
          onChange={(event) => choose({ part: event.currentTarget.checked })}
        />
      )}
    </DeskForm>
  );
}
