import type { EditorView } from "@tiptap/pm/view";

/**
 * Lets an editor read where the browser's cursor stands. The browser tells of a move a little later; what is drawn before
 * then would put the cursor back to where it was, and what is typed next with it.
 */
export function readCursor(view: EditorView): void {
  view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
}
