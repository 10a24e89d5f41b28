import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { COMPOSITION_SETTLE_MS, type CompositionGate } from "./composition-gate.ts";

/** Closes `gate` while an input method composes in `editor`. */
export function useCompositionGate(editor: Editor | null, gate: CompositionGate): void {
  useEffect(() => {
    if (editor === null) return;
    const dom = editor.view.dom;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      clearTimeout(settling);
      gate.begin();
    };
    const end = () => {
      clearTimeout(settling);
      settling = setTimeout(() => gate.end(), COMPOSITION_SETTLE_MS);
    };
    dom.addEventListener("compositionstart", begin);
    dom.addEventListener("compositionend", end);
    // An input method that is switched off half-way may end without a word.
    dom.addEventListener("blur", end);
    return () => {
      clearTimeout(settling);
      dom.removeEventListener("compositionstart", begin);
      dom.removeEventListener("compositionend", end);
      dom.removeEventListener("blur", end);
      gate.end();
    };
  }, [editor, gate]);
}
