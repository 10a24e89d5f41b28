import { Editor } from "@tiptap/core";
import type { EditorView } from "@tiptap/pm/view";
import { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { FROM_SHARED } from "../../../client/features/notes/binding/notes-binding.ts";
import type {} from "../../../client/features/notes/lines/line-commands.ts";
import type { NotesConnection } from "../../../client/features/notes/notes-connection.ts";
import { notesExtensions } from "../../../client/features/notes/notes-extensions.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";

/** The product's own editor on a shared document: schema, commands, keys and binding, with nothing drawn. */
export interface HeadlessEditor {
  readonly editor: Editor;
  /** As typed; at the cursor, in place of what is selected. */
  type(text: string): void;
  /** A key, or `Shift-Tab`; whether anything was done. */
  press(key: string): boolean;
  destroy(): void;
}

/** Resolves once it shows what is shared. */
export async function headlessEditor(doc: Y.Doc): Promise<HeadlessEditor> {
  const fragment = doc.getXmlFragment(NOTES_FRAGMENT);
  const awareness = new Awareness(doc);
  const shared = { fragment, doc, provider: { awareness } };
  const editor = new Editor({
    element: null,
    content: { type: "doc", content: [{ type: "line" }] },
    extensions: notesExtensions(shared as unknown as NotesConnection, zhCN.notes, () => undefined),
  });
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }));
  const view = {
    get state() {
      return editor.state;
    },
    dispatch: editor.view.dispatch,
    editable: true,
    composing: false,
    endOfTextblock: (direction: string) => {
      const { $head } = editor.state.selection;
      return direction === "backward"
        ? $head.parentOffset === 0
        : $head.parentOffset === $head.parent.content.size;
    },
  } as unknown as EditorView;
  const plugin = editor.state.plugins.find(({ spec }) => spec.key === FROM_SHARED);
  const bound = plugin?.spec.view?.(view);
  let state = editor.state;
  editor.on("transaction", () => {
    const before = state;
    state = editor.state;
    bound?.update?.(view, before);
  });
  await Promise.resolve();
  return {
    editor,
    type: (text) => editor.view.dispatch(editor.state.tr.insertText(text)),
    press: (key) => {
      const event = keyEvent(key);
      return editor.state.plugins.some(
        ({ props }) => props.handleKeyDown?.call({} as never, view, event as KeyboardEvent) === true,
      );
    },
    destroy: () => {
      bound?.destroy?.();
      awareness.destroy();
      editor.destroy();
    },
  };
}

function keyEvent(name: string): Partial<KeyboardEvent> {
  const parts = name.split("-");
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return {
    key: parts.at(-1) ?? name,
    keyCode: 0,
    shiftKey: has("Shift"),
    ctrlKey: has("Mod"),
    altKey: has("Alt"),
    metaKey: false,
    preventDefault: () => undefined,
  };
}
