import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { readCursor } from "./binding/read-cursor.ts";
import { COMPOSITION_SETTLE_MS, type CompositionGate } from "./composition-gate.ts";

/**
 * Closes `gate` while an input method composes in `editor`. What others write is let in once the editor knows where its
 * cursor is.
 */
export function useCompositionGate(editor: Editor | null, gate: CompositionGate): void {
  useEffect(() => {
    if (editor === null) return;
    const { view } = editor;
    const { dom } = view;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      clearTimeout(settling);
      gate.begin();
    };
    const end = () => {
      clearTimeout(settling);
      settling = setTimeout(() => gate.end(), COMPOSITION_SETTLE_MS);
    };
    gate.guard(() => readCursor(view));
    dom.addEventListener("compositionstart", begin);
    dom.addEventListener("compositionend", end);
    // An input method that is switched off half-way may end without a word.
    dom.addEventListener("blur", end);
    return () => {
      clearTimeout(settling);
      dom.removeEventListener("compositionstart", begin);
      dom.removeEventListener("compositionend", end);
      dom.removeEventListener("blur", end);
      gate.guard(null);
      gate.end();
    };
  }, [editor, gate]);
}
