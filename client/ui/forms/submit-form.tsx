import type { KeyboardEvent, ReactNode, Ref } from "react";
import { isComposing } from "./use-submit-key.ts";

interface Props {
  readonly ref?: Ref<HTMLFormElement>;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form that Ctrl or ⌘ with Enter submits from any of its fields, as its button does. */
export function SubmitForm({ ref, onSubmit, children }: Props) {
  return (
    <form
      ref={ref}
      // What is wrong is said in the words of the screen, not in the browser's.
      noValidate
      onKeyDown={submitOnKey}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

function submitOnKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || isComposing(event) || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const form = event.currentTarget;
  // Once what the key took from a list is chosen.
  requestAnimationFrame(() => form.requestSubmit());
}
