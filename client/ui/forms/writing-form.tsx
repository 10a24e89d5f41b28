import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import type { Draft } from "../../drafts/use-draft.ts";
import { useMessages } from "../language.tsx";
import { FormFrame, type FormFrameProps, KEEPS_ESCAPE } from "./form-frame.tsx";
import { LimitedTextarea } from "./limited-text.tsx";
import { checkText, fitsLimit } from "./text-problem.ts";
import { useSubmitKey } from "./use-submit-key.ts";

export interface WritingFormProps extends Omit<FormFrameProps, "isReady" | "onSubmit" | "children"> {
  /** Forgotten as it is submitted. */
  readonly draft: Draft;
  readonly label: string;
  /** Whether the label is only heard, where the place says to the eye what the field is for. */
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string | undefined;
  /** Lines of the field, from empty to full. */
  readonly rows: readonly [number, number];
  readonly maxChars: number;
  /** Stands beside the count, which then shows from the first character on; else only near the limit. */
  readonly note?: string;
  /** Whether Enter submits, in what is hardly longer than a line. */
  readonly isSubmittedByEnter?: boolean;
  /**
   * What the button does where there is nothing to submit: it `waits`, or a press `tells` what is lacking and the field has
   * the focus.
   */
  readonly lacking?: "waits" | "tells";
  /** Whether what is written, trimmed, may be submitted; not empty, where nothing else is said. */
  readonly isReady?: (text: string) => boolean;
  /** Whether what stands beside the text keeps it from being submitted, which this then tells. */
  readonly holdsBack?: () => boolean;
  /** `dialog`: a dialog that opens puts the focus here. */
  readonly focus?: "now" | "dialog" | undefined;
  /** Nothing can be submitted now, whatever is written. */
  readonly isDisabled?: boolean;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
  /** The text as the server takes it. */
  readonly onSubmit: (text: string) => void;
  /** What stands above the field, and under it. */
  readonly children?: ReactNode;
  readonly after?: ReactNode;
}

const isWritten = (text: string) => text !== "";

/** A form to write one text in: its field, what is wrong with it under it, and all that `FormFrame` has. */
export function WritingForm(props: WritingFormProps) {
  const { draft, label, isLabelHidden = false, placeholder, rows, maxChars, note, ...rest } = props;
  const { isSubmittedByEnter = false, lacking = "waits", isReady = isWritten, holdsBack, ...more } = rest;
  const { focus, field: outerField, isDisabled = false, onSubmit, children, after, ...frame } = more;
  const { errors } = useMessages();
  const ownField = useRef<HTMLTextAreaElement>(null);
  const field = outerField ?? ownField;
  const [isTold, setTold] = useState(false);
  const checked = checkText(draft.text, maxChars);
  const written = checked.ok ? checked.text : "";
  const ready = isReady(written) && fitsLimit(draft.text, maxChars);
  const submit = () => {
    setTold(!ready);
    if (!ready) field.current?.focus();
    else if (holdsBack?.() !== true) {
      onSubmit(written);
      draft.forget();
    }
  };
  const submitOnEnter = useSubmitKey(submit);
  const onKeyDown = (event: KeyboardEvent) => {
    submitOnEnter(event);
    // With Ctrl it would be the form's key as well.
    if (event.defaultPrevented) event.stopPropagation();
  };
  return (
    <FormFrame {...frame} isReady={!isDisabled && (ready || lacking === "tells")} onSubmit={submit}>
      {children}
      <LimitedTextarea
        ref={field}
        {...(isLabelHidden ? { "aria-label": label } : { label })}
        {...(placeholder !== undefined && { placeholder })}
        autosize
        minRows={rows[0]}
        maxRows={rows[1]}
        maxChars={maxChars}
        {...(note !== undefined && { note })}
        value={draft.text}
        error={isTold && draft.text.trim() === "" && errors.text_empty}
        autoFocus={focus === "now"}
        data-autofocus={focus === "dialog" || undefined}
        {...(frame.onCancel !== undefined && KEEPS_ESCAPE)}
        onChange={(event) => {
          setTold(false);
          draft.write(event.currentTarget.value);
        }}
        {...(isSubmittedByEnter && { onKeyDown })}
      />
      {after}
    </FormFrame>
  );
}
