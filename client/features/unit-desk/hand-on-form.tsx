import { z } from "zod";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraftChoices } from "../../drafts/use-draft-choices.ts";
import { WritingForm } from "../../ui/forms/writing-form.tsx";
import { useMessages } from "../../ui/language.tsx";
import { UnitPicker } from "../questions/unit-picker.tsx";
import { deskTextId } from "./desk-act.tsx";
import { HoldDesk } from "./desk-hold.tsx";

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
  const { common, room: words } = useMessages();
  const { draft, choices, choose } = useDraftChoices(
    `handOn.${question.questionId}`,
    { toUnit: null },
    choicesSchema,
  );
  const { toUnit } = choices;
  return (
    <HoldDesk>
      <WritingForm
        draft={draft}
        label={words.desk.handOnReason}
        rows={[2, 8]}
        maxChars={LIMITS.reasonMaxChars}
        submitLabel={words.desk.handOnSubmit}
        look="full"
        about={deskTextId(question)}
        focusesFirst
        isReady={(reason) => toUnit !== null && reason !== ""}
        onSubmit={(reason) => {
          if (toUnit !== null) onHandOn(toUnit, reason);
        }}
        onCancel={onClose}
      >
        <UnitPicker
          label={words.desk.handOnUnit}
          notChosen={common.unit.notChosen}
          without={unit}
          value={toUnit}
          onChange={(chosen) => choose({ toUnit: chosen })}
        />
      </WritingForm>
    </HoldDesk>
  );
}
