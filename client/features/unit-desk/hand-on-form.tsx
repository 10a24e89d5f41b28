import { z } from "zod";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraftChoices } from "../../drafts/use-draft-choices.ts";
import type { QuestionView } from "../../sync/views.ts";
import { LimitedTextarea } from "../../ui/forms/limited-text.tsx";
import { fitsLimit } from "../../ui/forms/text-problem.ts";
import { useMessages } from "../../ui/language.tsx";
import { UnitPicker } from "../questions/unit-picker.tsx";
import { DeskForm } from "./desk-form.tsx";

const choicesSchema = z.object({ toUnit: z.string().nullable() });

interface Props {
  readonly question: QuestionView;
  /** The unit that hands on, which cannot be chosen. */
  readonly unit: string;
  readonly onHandOn: (toUnit: string, reason: string) => void;
  readonly onClose: () => void;
}

/** 改派: to which unit the question belongs, and why. */
export function HandOnForm({ question, unit, onHandOn, onClose }: Props) {
  const { console, room: words } = useMessages();
  const { draft, choices, choose } = useDraftChoices(
    `handOn.${question.questionId}`,
    { toUnit: null },
    choicesSchema,
  );
  const { toUnit } = choices;
  const reason = draft.text.trim();
  const isReady = toUnit !== null && reason !== "" && fitsLimit(reason, LIMITS.reasonMaxChars);
  const submit = () => {
    if (!isReady) return;
    draft.forget();
    onHandOn(toUnit, reason);
  };
  return (
    <DeskForm
      question={question}
      submitLabel={words.desk.handOnSubmit}
      isReady={isReady}
      onSubmit={submit}
      onClose={onClose}
    >
      <UnitPicker
        label={words.desk.handOnUnit}
        notChosen={console.route.notChosen}
        without={unit}
        value={toUnit}
        onChange={(chosen) => choose({ toUnit: chosen })}
      />
      <LimitedTextarea
        mt={8}
        label={words.desk.handOnReason}
        autosize
        minRows={2}
        maxChars={LIMITS.reasonMaxChars}
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
    </DeskForm>
  );
}
