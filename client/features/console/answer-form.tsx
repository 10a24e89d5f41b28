import { Button, Group, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { useSubmitKey } from "../../ui/use-submit-key.ts";
import styles from "./console.module.css";
import { UnitSelect } from "./unit-select.tsx";
import { useDraft } from "./use-draft.ts";
import type { Moderation } from "./use-moderation.ts";
import { useMunicipalUnits } from "./use-municipal-units.ts";

type Manner = "oral" | "written";

interface Props {
  readonly question: QuestionView;
  readonly moderation: Moderation;
  readonly autoFocus: boolean;
  readonly onPosted: (unit: string) => void;
}

/** What somebody said aloud, typed by a recorder: whose answer, how it was given, the words. */
export function AnswerForm({ question, moderation, autoFocus, onPosted }: Props) {
  const { answer: words } = useMessages().console;
  const { common } = useMessages();
  const units = useMunicipalUnits();
  const [unit, setUnit] = useState(question.leadUnit);
  const [manner, setManner] = useState<Manner>("oral");
  const [text, setText, forget] = useDraft(`answer.${question.questionId}`, "");
  const ready = unit !== null && text.trim() !== "";
  const submit = () => {
    if (unit === null || text.trim() === "") return;
    moderation.answer(question, unit, manner, text.trim());
    forget();
    onPosted(unit);
  };
  const submitOnKey = useSubmitKey(submit, "ctrl-enter");
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <div className={styles.grow}>
          <UnitSelect
            label={words.unit}
            units={units}
            value={unit}
            onChange={setUnit}
            description={question.leadUnit === null ? words.notRouted : undefined}
          />
        </div>
        <SegmentedControl
          aria-label={words.manner}
          transitionDuration={0}
          value={manner}
          onChange={(value) => setManner(value === "written" ? "written" : "oral")}
          data={[
            { value: "oral", label: common.answer.manner.oral },
            { value: "written", label: common.answer.manner.written },
          ]}
        />
      </Group>
      <Textarea
        label={words.text}
        placeholder={words.placeholder}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={LIMITS.answerMaxChars}
        value={text}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={submitOnKey}
      />
      <Group justify="flex-end" gap="sm">
        <span className={styles.hint}>{words.hint}</span>
        <Button onClick={submit} disabled={!ready}>
          {words.submit}
        </Button>
      </Group>
    </Stack>
  );
}
