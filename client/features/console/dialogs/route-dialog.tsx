import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { SubmitForm } from "../../../ui/forms/submit-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { UnitSelect, UnitsSelect } from "../../questions/unit-select.tsx";
import { useAnsweringUnits } from "../../questions/use-answering-units.ts";
import { useConsole } from "../console-context.ts";
import texts from "../console-text.module.css";
import styles from "./route-dialog.module.css";

interface Props {
  readonly question: QuestionView | undefined;
  readonly onClose: () => void;
}

/** 分办: which unit leads, which support. Closed while there is no question. */
export function RouteDialog({ question, onClose }: Props) {
  const { console: words } = useAllMessages();
  return (
    <Modal opened={question !== undefined} onClose={onClose} title={words.route.title} size={520}>
      {question !== undefined && <RouteForm key={question.id} question={question} onClose={onClose} />}
    </Modal>
  );
}

function RouteForm({ question, onClose }: Props & { question: QuestionView }) {
  const { console: words, common } = useAllMessages();
  const { moderation } = useConsole();
  const units = useAnsweringUnits();
  const suggested = question.leadUnit ?? question.addressedUnit;
  const [lead, setLead] = useState(suggested !== null && units.includes(suggested) ? suggested : null);
  const [support, setSupport] = useState<string[]>([...question.supportUnits]);
  const isPending = question.status === "pending";
  const submit = () => {
    if (lead === null) return;
    moderation.route(
      question,
      lead,
      support.filter((unit) => unit !== lead),
    );
    onClose();
  };
  return (
    <SubmitForm onSubmit={submit}>
      <Stack gap="sm">
        <p className={styles.quoted}>{question.text}</p>
        {units.length === 0 && <p role="alert">{words.route.noUnits}</p>}
        <UnitSelect
          label={words.route.lead}
          placeholder={words.route.leadPlaceholder}
          units={units}
          value={lead}
          onChange={setLead}
          autoFocus
          description={
            question.addressedUnit === null ? undefined : common.question.addressedTo(question.addressedUnit)
          }
        />
        <UnitsSelect
          label={words.route.support}
          placeholder={words.route.supportPlaceholder}
          units={units}
          value={support}
          onChange={setSupport}
        />
        {isPending && <p className={texts.hint}>{words.route.pendingHint}</p>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" disabled={lead === null}>
            {isPending ? words.route.submitPending : words.route.submit}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  );
}
