import { TextInput } from "@mantine/core";
import { useEffect } from "react";
import type { RedHead } from "../../../../shared/domain/documents/records.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { FormFrame } from "../../../ui/forms/form-frame.tsx";
import { LimitedTextarea, LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import {
  changedRedHead,
  isRedHeadReady,
  type RedHeadValues,
  readRedHeadDraft,
  redHeadOf,
  redHeadValues,
} from "./red-head-values.ts";
import type { ArrangeDocument } from "./use-document-setup.ts";

interface Props {
  readonly documentName: DocumentName;
  readonly redHead: RedHead;
  readonly arrange: ArrangeDocument;
  readonly isReadOnly: boolean;
}

const FORM_ID = "red-head-form";

/** Takes the focus to the first field that is empty. */
export function focusRedHead(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`#${FORM_ID} input`)];
  (fields.find(({ value }) => value === "") ?? fields[0])?.focus();
}

/** What stands above the red rule and in the 版记; what is not saved stays as a draft. */
export function RedHeadForm({ documentName, redHead, arrange, isReadOnly }: Props) {
  const { redHead: words, done } = useAllMessages().documentSetup;
  const draft = useDraft(`document.redHead.${documentName}`);
  const before = redHeadValues(redHead);
  const values: RedHeadValues = { ...before, ...readRedHeadDraft(draft.text) };
  const changes = changedRedHead(before, values);
  const isChanged = Object.keys(changes).length > 0;
  const change = (next: Partial<RedHeadValues>) => {
    const all = changedRedHead(before, { ...values, ...next });
    draft.write(Object.keys(all).length === 0 ? "" : JSON.stringify(all));
  };
  // Saved by another tab, or before a reload: nothing is left of the draft.
  const isSpent = draft.text !== "" && !isChanged;
  useEffect(() => {
    if (isSpent) draft.forget();
  }, [isSpent, draft]);
  const save = async () => {
    const undo = Object.fromEntries(
      (Object.keys(changes) as (keyof RedHead)[]).map((name) => [name, redHead[name]]),
    );
    const sent = draft.text;
    if (await arrange(done.redHeadSaved, { redHead: redHeadOf(changes) }, { redHead: undo }))
      draft.forgetSent(sent);
  };
  const { copies, isReady } = isRedHeadReady(values);
  const line = (name: "sign" | "serial" | "issuer", hint?: string) => (
    <LimitedTextInput
      label={words[name]}
      placeholder={hint}
      value={values[name]}
      maxChars={LIMITS.redHeadLineMaxChars}
      disabled={isReadOnly}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div id={FORM_ID}>
      <FormFrame
        name={words.name}
        submitLabel={words.save}
        submitTitle="Ctrl+Enter"
        onSubmit={() => void save()}
        onCancel={isChanged ? draft.forget : undefined}
        isReady={!isReadOnly && isChanged && isReady}
      >
        {line("sign", words.signHint)}
        {line("serial", words.serialHint)}
        {line("issuer")}
        <TextInput
          type="date"
          label={words.issuedOn}
          value={values.issuedOn}
          disabled={isReadOnly}
          onChange={(event) => change({ issuedOn: event.currentTarget.value })}
        />
        <LimitedTextarea
          label={words.copyTo}
          description={words.copyToHint}
          autosize
          minRows={2}
          maxRows={6}
          maxChars={LIMITS.copyToMax * LIMITS.redHeadLineMaxChars}
          value={values.copyTo}
          disabled={isReadOnly}
          error={copies > LIMITS.copyToMax ? words.tooMany(LIMITS.copyToMax) : null}
          onChange={(event) => change({ copyTo: event.currentTarget.value })}
        />
      </FormFrame>
    </div>
  );
}
