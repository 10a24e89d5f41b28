import { Button, Group, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Draft } from "../../drafts/use-draft.ts";
import { TextCounter } from "../../ui/forms/text-counter.tsx";
import { checkText } from "../../ui/forms/text-problem.ts";
import { useSubmitKey } from "../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./followup-drawer.module.css";

interface Props {
  readonly draft: Draft;
  readonly label: string;
  readonly placeholder?: string;
  readonly submitLabel: string;
  readonly maxChars: number;
  /** The text as the server takes it. */
  readonly onSubmit: (text: string) => void;
  /** The draft stays. */
  readonly onCancel: () => void;
}

/** One text and its button. */
export function ActForm({ draft, label, placeholder, submitLabel, maxChars, onSubmit, onCancel }: Props) {
  const { common, errors, followups } = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const [tried, setTried] = useState(false);
  const checked = checkText(draft.text, maxChars);
  const problem = checked.ok || (checked.code === "text_empty" && !tried) ? null : errors[checked.code];
  useEffect(() => field.current?.focus(), []);
  const submit = () => {
    setTried(true);
    if (checked.ok) onSubmit(checked.text);
    else field.current?.focus();
  };
  const onKeyDown = useSubmitKey(submit, "ctrl-enter");
  return (
    <div className={styles.form}>
      <Textarea
        ref={field}
        label={label}
        {...(placeholder !== undefined && { placeholder })}
        autosize
        minRows={3}
        maxRows={10}
        value={draft.text}
        error={problem}
        onChange={(event) => draft.write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <TextCounter text={draft.text} maxChars={maxChars} note={followups.forms.keys} />
      <Group gap="xs">
        <Button onClick={submit} aria-keyshortcuts="Control+Enter">
          {submitLabel}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {common.cancel}
        </Button>
      </Group>
    </div>
  );
}
