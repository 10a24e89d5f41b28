import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../session/use-draft.ts";
import { useMessages } from "../../ui/language.tsx";
import { useSubmitKey } from "../../ui/use-submit-key.ts";
import styles from "./unit-desk.module.css";
import { UnitPicker } from "./unit-picker.tsx";

interface Props {
  readonly questionId: string;
  /** The unit that hands on, which cannot be chosen. */
  readonly unit: string;
  readonly onHandOn: (toUnit: string, reason: string) => void;
  readonly onClose: () => void;
}

/** 改派: to which unit the question belongs, and why. */
export function HandOnForm({ questionId, unit, onHandOn, onClose }: Props) {
  const { common, console, room: words } = useMessages();
  const [toUnit, setToUnit] = useState<string | null>(null);
  const draft = useDraft(`handOn.${questionId}`);
  const reason = draft.text.trim();
  const submit = () => {
    if (toUnit === null || reason === "") return;
    draft.forget();
    onHandOn(toUnit, reason);
  };
  const onKeyDown = useSubmitKey(submit, "ctrl-enter");
  return (
    <div className={styles.form}>
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
      <div className={styles.acts}>
        <Button disabled={toUnit === null || reason === ""} onClick={submit}>
          {words.desk.handOnSubmit}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {common.cancel}
        </Button>
      </div>
    </div>
  );
}
