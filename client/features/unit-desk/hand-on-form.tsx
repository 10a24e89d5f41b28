import { Textarea } from "@mantine/core";
import { useState } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../session/use-draft.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { useSubmitKey } from "../../ui/use-submit-key.ts";
import { UnitPicker } from "../questions/unit-picker.tsx";
import { DeskForm } from "./desk-form.tsx";

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
  const [toUnit, setToUnit] = useState<string | null>(null);
  const draft = useDraft(`handOn.${question.questionId}`);
  const reason = draft.text.trim();
  const isReady = toUnit !== null && reason !== "";
  const submit = () => {
    if (!isReady) return;
    draft.forget();
    onHandOn(toUnit, reason);
  };
  const onKeyDown = useSubmitKey(submit, "ctrl-enter");
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
        onChange={setToUnit}
      />
      <Textarea
        mt={8}
        label={words.desk.handOnReason}
        autosize
        minRows={2}
        maxLength={LIMITS.reasonMaxChars}
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </DeskForm>
  );
}
