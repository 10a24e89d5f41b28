import type { KeyboardEvent } from "react";
import { isComposing } from "./use-submit-key.ts";

/**
 * A key handler by which Escape is the same as 取消: never while an input method is composing, nor while a list of
 * choices hangs open, which closes first.
 */
export function cancelKey(cancel: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    if (event.target instanceof Element && event.target.matches("[aria-expanded=true]")) return;
    // Handled here: it is not also a key of the screen around.
    event.preventDefault();
    cancel();
  };
}
