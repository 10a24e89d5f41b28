import { Extension } from "@tiptap/core";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { NotesBinding } from "./notes-binding.ts";
import { othersCarets } from "./others-carets.ts";
import { keysAtCursor } from "./read-cursor.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    sharedEditing: {
      /** Takes back the last of what was written here, and nothing that others wrote. */
      undo: () => ReturnType;
      redo: () => ReturnType;
    };
  }
}

interface Shared {
  readonly fragment: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
}

/** Writing together: the binding, the others' carets, and an undo of one's own. */
export function sharedEditing({ fragment, doc, awareness }: Shared) {
  // Plugins may be asked for several times; there is one binding all the same.
  let binding: NotesBinding | null = null;
  return Extension.create({
    name: "sharedEditing",
    addProseMirrorPlugins() {
      binding ??= new NotesBinding(fragment, doc);
      return [keysAtCursor(), binding.plugin(), othersCarets(binding, awareness, doc.clientID)];
    },
    onDestroy() {
      binding?.destroy();
    },
    addCommands() {
      const step = (way: "undo" | "redo") => () => {
        return ({ dispatch }: { dispatch?: unknown }) => {
          const manager = binding?.undoManager;
          const stack = way === "undo" ? manager?.undoStack : manager?.redoStack;
          if (manager === undefined || stack === undefined || stack.length === 0) return false;
          // What this brings about is a transaction of its own, once the command's is over.
          if (dispatch !== undefined)
            queueMicrotask(() => (way === "undo" ? manager.undo() : manager.redo()));
          return true;
        };
      };
      return { undo: step("undo"), redo: step("redo") };
    },
    addKeyboardShortcuts() {
      const undo = () => this.editor.commands.undo();
      const redo = () => this.editor.commands.redo();
      return { "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo };
    },
  });
}
