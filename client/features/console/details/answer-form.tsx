import { Group, SegmentedControl } from "@mantine/core";
import { z } from "zod";
import { mannerSchema } from "../../../../shared/protocol/commands/answers.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraftChoices } from "../../../drafts/use-draft-choices.ts";
import type { QuestionView } from "../../../sync/views.ts";
import { useMessages } from "../../../ui/language.tsx";
import { UnitSelect } from "../../questions/unit-select.tsx";
import { useMunicipalUnits } from "../../questions/use-municipal-units.ts";
import { useConsole } from "../console-context.ts";
import styles from "../forms/text-form.module.css";
import { TextForm } from "../forms/text-form.tsx";

const choicesSchema = z.object({ unit: z.string().nullable(), manner: mannerSchema });

interface Props {
  readonly question: QuestionView;
  readonly autoFocus: boolean;
  readonly onPosted: (unit: string) => void;
}

/** What somebody said aloud, typed by a recorder: whose answer, how it was given, the words. */
export function AnswerForm({ question, autoFocus, onPosted }: Props) {
  const { answer: words } = useMessages().console;
  const { common } = useMessages();
  const { moderation } = useConsole();
  const units = useMunicipalUnits();
  const { draft, choices, choose } = useDraftChoices(
    `answer.${question.questionId}`,
    { unit: question.leadUnit, manner: "oral" },
    choicesSchema,
  );
  const { unit, manner } = choices;
  return (
    <TextForm
      draft={draft}
      label={words.text}
      placeholder={words.placeholder}
      rows={[3, 12]}
      maxChars={LIMITS.answerMaxChars}
      submitLabel={words.submit}
      hint={words.hint}
      isReady={(text) => unit !== null && text !== ""}
      {...(autoFocus && { focus: "dialog" })}
      onSubmit={(text) => {
        if (unit === null) return;
        moderation.answer(question, unit, manner, text);
        onPosted(unit);
      }}
    >
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <div className={styles.grow}>
          <UnitSelect
            label={words.unit}
            units={units}
            value={unit}
            onChange={(chosen) => choose({ unit: chosen })}
            description={question.leadUnit === null ? words.notRouted : undefined}
          />
        </div>
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
      </Group>
    </TextForm>
  );
}
