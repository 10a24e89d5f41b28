import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/**
 * Lets an editor read where the browser's cursor stands. The browser tells of a move a little later; what is drawn before
 * then would put the cursor back to where it was, and what is typed next with it.
 */
export function readCursor(view: EditorView): void {
  view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
}

/** Keys act where the cursor is seen, however quickly they follow what moved it. */
export function keysAtCursor(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view) => {
          if (!view.composing) readCursor(view);
          return false;
        },
      },
    },
  });
}
