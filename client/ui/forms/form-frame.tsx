import { Button } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useMessages } from "../language.tsx";
import { cancelKey } from "./cancel-key.ts";
import styles from "./form-frame.module.css";
import { singlePress } from "./single-press.ts";
import { SubmitForm } from "./submit-form.tsx";
import { isComposing } from "./use-submit-key.ts";

const BUTTON_SIZES = { compact: "compact-md", full: "sm", wide: "md" } as const;

export interface FormFrameProps {
  readonly submitLabel: string;
  /** Says by which key it is submitted. */
  readonly submitTitle?: string | undefined;
  readonly onSubmit: () => void;
  /** 取消; without it the form stays. */
  readonly onCancel?: (() => void) | undefined;
  /** Whether Escape is the same as 取消; not where much would be gone with it. */
  readonly isEscapable?: boolean;
  /** Whether there is something to submit; the button waits for it. */
  readonly isReady?: boolean;
  /** Beside a text that stands for itself: the button comes once there is something to submit. */
  readonly isQuiet?: boolean;
  /** Where the buttons stand; alone in a compact form at the end. */
  readonly buttonsAt?: "start" | "end";
  /** Beside the buttons. */
  readonly hint?: string | undefined;
  /** `compact` within a card, `full` by itself, `wide` as a part of the screen, its button at the far end. */
  readonly look?: keyof typeof BUTTON_SIZES;
  /** The id of what the form is about, and its name, where the same form stands for others beside it. */
  readonly about?: string | undefined;
  readonly name?: string | undefined;
  /** Whether its first field takes the focus when it opens. */
  readonly focusesFirst?: boolean;
  readonly children: ReactNode;
}

/** What every form has that is opened beside what it is about: Ctrl+Enter from any field, Escape, 提交 and 取消. */
export function FormFrame(props: FormFrameProps) {
  const { isReady = true, isQuiet = false, isEscapable = true, look = "compact", about, onCancel } = props;
  const { common } = useMessages();
  const fields = useRef<HTMLFieldSetElement>(null);
  const { focusesFirst = false, buttonsAt = onCancel === undefined ? "end" : "start" } = props;
  useEffect(() => {
    if (focusesFirst) fields.current?.querySelector<HTMLElement>(FIELD)?.focus();
  }, [focusesFirst]);
  const submit = () => {
    if (isReady) props.onSubmit();
  };
  const onEscape = isEscapable ? onCancel : undefined;
  const button = {
    size: BUTTON_SIZES[look],
    "aria-describedby": about,
    ...(onEscape !== undefined && KEEPS_ESCAPE),
  };
  return (
    <SubmitForm onSubmit={submit}>
      <fieldset
        ref={fields}
        className={styles.form}
        data-look={look}
        aria-labelledby={about}
        aria-label={props.name}
        onKeyDown={(event) => {
          keepEnter(event);
          if (onEscape !== undefined) cancelKey(onEscape)(event);
        }}
      >
        {props.children}
        <div className={styles.foot} data-at={buttonsAt}>
          {(isReady || !isQuiet) && (
            <Button
              {...button}
              variant={isQuiet ? "default" : "filled"}
              disabled={!isReady}
              title={props.submitTitle}
              aria-keyshortcuts="Control+Enter"
              onClick={singlePress(submit)}
            >
              {props.submitLabel}
            </Button>
          )}
          {onCancel !== undefined && (
            <Button
              {...button}
              variant={look === "compact" ? "default" : "subtle"}
              onClick={singlePress(onCancel)}
            >
              {common.cancel}
            </Button>
          )}
          {props.hint !== undefined && <span className={styles.hint}>{props.hint}</span>}
        </div>
      </fieldset>
    </SubmitForm>
  );
}

/** For what has the focus in a form that Escape closes: the drawer around listens before it, and would close as well. */
export const KEEPS_ESCAPE = { "data-mantine-stop-propagation": "true" } as const;

const FIELD = "input:not([type=hidden]), textarea";

/** Beside a text of several lines Enter is meant for the field it is pressed in, and a form with one such field would be sent by it. */
function keepEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || isComposing(event)) return;
  if (!(event.target instanceof HTMLInputElement)) return;
  if (event.currentTarget.querySelector("textarea") !== null) event.preventDefault();
}
