import type { KeyboardEvent } from "react";
import { useCallback } from "react";

/** Key code browsers send for a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Whether a key belongs to an input method that is composing, as pinyin does: then it is not ours to act on. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}

/** `enter`: Enter submits, with Ctrl or ⌘ as well, in a field of one line. `ctrl-enter`: Ctrl or ⌘ with Enter, where Enter is a new line. */
export type SubmitKey = "enter" | "ctrl-enter";

/** A key handler that submits, never while an input method is composing. */
export function useSubmitKey(submit: () => void, key: SubmitKey = "enter") {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== "Enter" || isComposing(event)) return;
      const withControl = event.ctrlKey || event.metaKey;
      if (key === "ctrl-enter" ? !withControl : event.shiftKey || event.altKey) return;
      event.preventDefault();
      submit();
    },
    [submit, key],
  );
}
