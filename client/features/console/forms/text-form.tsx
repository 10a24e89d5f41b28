import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { Draft } from "../../../drafts/use-draft.ts";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { LimitedTextarea } from "../../../ui/forms/limited-text.tsx";
import { fitsLimit } from "../../../ui/forms/text-problem.ts";
import { type SubmitKey, useSubmitKey } from "../../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../../ui/language.tsx";
import texts from "../console-text.module.css";
import styles from "./text-form.module.css";

interface Props {
  readonly draft: Draft;
  readonly label: string;
  readonly placeholder?: string;
  /** Lines of the field, from empty to full. */
  readonly rows: readonly [number, number];
  readonly maxChars: number;
  readonly submitLabel: string;
  readonly submitKey?: SubmitKey;
  readonly hint?: string;
  /** Whether what is written, trimmed, may be submitted; not empty, where nothing else is said. */
  readonly isReady?: (text: string) => boolean;
  /** Beside a text that stands for itself: the button comes once there is something to submit. */
  readonly isQuiet?: boolean;
  /** `dialog`: a dialog that opens puts the focus here. */
  readonly focus?: "now" | "dialog";
  readonly onSubmit: (text: string) => void;
  readonly onCancel?: () => void;
  /** What stands above the field. */
  readonly children?: ReactNode;
}

const isWritten = (text: string) => text !== "";

/** One field and its button: what staff write about a question or in somebody's name. Escape is the same as 取消. */
export function TextForm(props: Props) {
  const { draft, rows, isReady = isWritten, isQuiet = false, focus, hint, onSubmit, onCancel } = props;
  const { common } = useMessages();
  const written = draft.text.trim();
  const ready = isReady(written) && fitsLimit(draft.text, props.maxChars);
  const submit = () => {
    if (!ready) return;
    draft.forget();
    onSubmit(written);
  };
  const submitOnKey = useSubmitKey(submit, props.submitKey ?? "ctrl-enter");
  // What the form stands in listens before it, and closes at Escape unless the field or button says this.
  const keepEscape = onCancel !== undefined && { "data-mantine-stop-propagation": "true" };
  return (
    <fieldset className={styles.form} {...(onCancel !== undefined && { onKeyDown: cancelKey(onCancel) })}>
      {props.children}
      <LimitedTextarea
        {...keepEscape}
        label={props.label}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
        autosize
        minRows={rows[0]}
        maxRows={rows[1]}
        maxChars={props.maxChars}
        value={draft.text}
        autoFocus={focus === "now"}
        data-autofocus={focus === "dialog" || undefined}
        onChange={(event) => draft.write(event.currentTarget.value)}
        onKeyDown={submitOnKey}
      />
      <Group gap="xs" justify={onCancel === undefined ? "flex-end" : "flex-start"}>
        {(ready || !isQuiet) && (
          <Button
            {...keepEscape}
            size="compact-md"
            variant={isQuiet ? "default" : "filled"}
            onClick={submit}
            disabled={!ready}
          >
            {props.submitLabel}
          </Button>
        )}
        {onCancel !== undefined && (
          <Button {...keepEscape} size="compact-md" variant="default" onClick={onCancel}>
            {common.cancel}
          </Button>
        )}
        {hint !== undefined && <span className={texts.hint}>{hint}</span>}
      </Group>
    </fieldset>
  );
}
