import { Checkbox, Group, SegmentedControl } from "@mantine/core";
import { useEffect, useRef } from "react";
import { z } from "zod";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { mannerSchema } from "../../../shared/protocol/commands/answers.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useDraftChoices } from "../../drafts/use-draft-choices.ts";
import { WritingForm } from "../../ui/forms/writing-form.tsx";
import { useMessages } from "../../ui/language.tsx";
import { showProblem } from "../../ui/undo.tsx";
import { UnitSelect } from "../questions/unit-select.tsx";
import { useAnsweringUnits } from "../questions/use-answering-units.ts";
import styles from "./answer-forms.module.css";
import { useAnswering } from "./use-answering.ts";

const maxChars = LIMITS.answerMaxChars;
const saidSchema = z.object({ unit: z.string().nullable(), manner: mannerSchema });
const partSchema = z.object({ part: z.boolean() });

interface SaidProps {
  readonly question: QuestionView;
  readonly autoFocus: boolean;
  /** Whether it can only have been said aloud. */
  readonly isOral?: boolean;
  readonly onPosted: (unit: string) => void;
  /** What was sent is on disk. */
  readonly onKept?: (unit: string) => void;
}

/** What somebody said aloud, typed by a recorder: whose answer, how it was given, the words. It stays open for the next one. */
export function SaidAnswerForm({ question, autoFocus, isOral = false, onPosted, onKept }: SaidProps) {
  const { common, errors } = useMessages();
  const words = common.answerForm;
  const units = useAnsweringUnits();
  const answering = useAnswering();
  const { draft, choices, choose } = useDraftChoices(
    `answer.${question.questionId}`,
    { unit: question.leadUnit, manner: "oral" },
    saidSchema,
  );
  const { unit } = choices;
  const unitPlace = useRef<HTMLDivElement>(null);
  // Nobody has been asked yet, so who it was comes first.
  useEffect(() => {
    if (isOral && autoFocus) unitPlace.current?.querySelector("input")?.focus();
  }, [isOral, autoFocus]);
  const manner = isOral ? "oral" : choices.manner;
  const submit = async (text: string, by: string) => {
    onPosted(by);
    const reply = await answering.post(question, { text, manner, unit: by });
    if (!reply.ok) showProblem(errors[reply.error.code]);
    else onKept?.(by);
  };
  return (
    <WritingForm
      draft={draft}
      label={words.text}
      placeholder={words.placeholder}
      rows={[3, 12]}
      maxChars={maxChars}
      submitLabel={words.submit}
      hint={words.hint}
      isReady={(text) => unit !== null && text !== ""}
      focus={autoFocus && !isOral ? "dialog" : undefined}
      onSubmit={(text) => {
        if (unit !== null) void submit(text, unit);
      }}
    >
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <div className={styles.grow} ref={unitPlace}>
          <UnitSelect
            label={words.unit}
            units={units}
            value={unit}
            onChange={(chosen) => choose({ unit: chosen })}
            description={question.leadUnit === null && !isOral ? words.notRouted : undefined}
          />
        </div>
        {!isOral && (
          <SegmentedControl
            aria-label={words.manner}
            transitionDuration={0}
            value={manner}
            onChange={(value) => choose({ manner: value === "written" ? "written" : "oral" })}
            data={[
              { value: "oral", label: common.answer.manner.oral },
              { value: "written", label: common.answer.manner.written },
            ]}
          />
        )}
      </Group>
    </WritingForm>
  );
}

interface OwnProps {
  readonly question: QuestionView;
  /** Whether the unit only adds to what another will answer. */
  readonly isSupport: boolean;
  /** The id of the question's words. */
  readonly about: string;
  /** The answer is in the outbox, or its author has let go. */
  readonly onDone: () => void;
}

/** A unit's own answer. What is written stays on this machine until it is submitted. */
export function OwnAnswerForm({ question, isSupport, about, onDone }: OwnProps) {
  const { desk: words, ask } = useMessages().room;
  const answering = useAnswering();
  const { draft, choices, choose } = useDraftChoices(
    `answer.${question.questionId}`,
    { part: false },
    partSchema,
  );
  const { part } = choices;
  return (
    <WritingForm
      {...LOOK_OF_OWN}
      draft={draft}
      label={words.label(question.text)}
      placeholder={words.placeholder}
      note={words.rule}
      submitLabel={isSupport || part ? words.submitPart : words.submit}
      submitTitle={ask.keys}
      about={about}
      onSubmit={(text) => {
        void answering.post(question, { text, manner: "written", ...(part && { part }) });
        onDone();
      }}
      onCancel={onDone}
      after={
        !isSupport &&
        question.status !== "answered" && (
          <Checkbox
            label={words.part}
            checked={part}
            onChange={(event) => choose({ part: event.currentTarget.checked })}
          />
        )
      }
    />
  );
}

interface EditorProps {
  readonly answer: AnswerView;
  readonly onClose: () => void;
}

/** Changes what one's unit has answered; what is written stays until it is submitted. */
export function OwnAnswerEditor({
  question,
  about,
  answer,
  onClose,
}: EditorProps & Pick<OwnProps, "question" | "about">) {
  const { desk: words, ask } = useMessages().room;
  return (
    <WritingForm
      {...LOOK_OF_OWN}
      {...useEditing(answer, onClose)}
      label={words.label(question.text)}
      placeholder={words.placeholder}
      note={words.rule}
      submitLabel={words.saveEdit}
      submitTitle={ask.keys}
      about={about}
      onCancel={onClose}
    />
  );
}

/** Corrects anybody's answer; 取消 lets go of what was written. */
export function AnswerEditor({ answer, onClose }: EditorProps) {
  const { common } = useMessages();
  const editing = useEditing(answer, onClose);
  return (
    <WritingForm
      {...editing}
      label={common.answer.heading(answer.unit)}
      rows={[3, 12]}
      maxChars={maxChars}
      submitLabel={common.save}
      focus="now"
      onCancel={() => {
        editing.draft.forget();
        onClose();
      }}
    />
  );
}

const LOOK_OF_OWN = {
  isLabelHidden: true,
  rows: [4, 12],
  maxChars,
  lacking: "tells",
  look: "full",
  focus: "now",
} as const;

function useEditing(answer: AnswerView, onClose: () => void) {
  const { errors } = useMessages();
  const answering = useAnswering();
  const draft = useDraft(`answerEdit.${answer.answerId}`, answer.text);
  const onSubmit = async (text: string) => {
    onClose();
    if (text === answer.text) return;
    const reply = await answering.edit(answer, text);
    if (!reply.ok) showProblem(errors[reply.error.code]);
  };
  return { draft, onSubmit };
}
