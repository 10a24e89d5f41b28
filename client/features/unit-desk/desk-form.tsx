import { type ReactNode, useContext, useEffect, useRef } from "react";
import type { QuestionView } from "../../sync/views.ts";
import { cancelKey } from "../../ui/forms/cancel-key.ts";
import { SubmitForm } from "../../ui/forms/submit-form.tsx";
import { useMessages } from "../../ui/language.tsx";
import { DeskAct, deskTextId } from "./desk-act.tsx";
import { DeskHold } from "./desk-hold.ts";
import styles from "./unit-desk.module.css";

interface Props {
  readonly question: QuestionView;
  readonly submitLabel: string;
  /** Where Ctrl+Enter submits, what says so. */
  readonly submitHint?: string;
  readonly isReady?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form under a question of the desk: its first field has the focus, Ctrl+Enter submits, Escape is the same as 取消. */
export function DeskForm({ question, submitLabel, submitHint, isReady = true, ...props }: Props) {
  const { common } = useMessages();
  const form = useRef<HTMLFieldSetElement>(null);
  const hold = useContext(DeskHold);
  useEffect(() => hold(), [hold]);
  useEffect(
    () => form.current?.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus(),
    [],
  );
  return (
    <SubmitForm onSubmit={props.onSubmit}>
      <fieldset
        ref={form}
        className={styles.form}
        aria-labelledby={deskTextId(question)}
        onKeyDown={cancelKey(props.onClose)}
      >
        {props.children}
        <div className={styles.acts}>
          <DeskAct
            question={question}
            size="sm"
            disabled={!isReady}
            onAct={props.onSubmit}
            {...(submitHint !== undefined && { title: submitHint, keys: "Control+Enter" })}
          >
            {submitLabel}
          </DeskAct>
          <DeskAct question={question} size="sm" variant="subtle" onAct={props.onClose}>
            {common.cancel}
          </DeskAct>
        </div>
      </fieldset>
    </SubmitForm>
  );
}
