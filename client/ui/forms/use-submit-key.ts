import type { KeyboardEvent } from "react";
import { useCallback } from "react";

/** Key code browsers send for a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Whether a key belongs to an input method that is composing, as pinyin does: then it is not ours to act on. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}

/** A key handler by which Enter submits, with Ctrl or ⌘ as well, never while an input method is composing. */
export function useSubmitKey(submit: () => void) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== "Enter" || isComposing(event)) return;
      if (event.shiftKey || event.altKey) return;
      event.preventDefault();
      submit();
    },
    [submit],
  );
}
