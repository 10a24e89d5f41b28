import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import type { Messages } from "../../../shared/messages/zh-CN.ts";
import type { NotesConnection } from "./notes-connection.ts";
import { tableLimits } from "./table-limits.ts";

/** What notes can hold: the kinds the server accepts and the minutes know how to print. */
export function notesExtensions(
  connection: NotesConnection,
  userName: string,
  words: Messages["notes"],
  onTableTooLarge: () => void,
) {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      // Shared undo comes with Collaboration. A trailing node would be an edit nobody made, by every reader at once.
      undoRedo: false,
      trailingNode: false,
      link: false,
      code: false,
      codeBlock: false,
    }),
    TaskList,
    TaskItem.configure({
      nested: true,
      a11y: {
        checkboxLabel: ({ textContent }) =>
          textContent === "" ? words.emptyTaskItem : words.taskItem(textContent),
      },
    }),
    TableKit.configure({ table: { resizable: false } }),
    tableLimits(onTableTooLarge),
    Collaboration.configure({ fragment: connection.fragment }),
    CollaborationCaret.configure({
      provider: connection.provider,
      // The server puts its own name and colour here; these stand until it has.
      user: { name: userName, color: "#14607a" },
      render: renderCaret,
    }),
  ];
}

/** Another's cursor: a line in the person's colour and the name, dark on white so that every colour can be read. */
function renderCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "notes-caret";
  const label = document.createElement("span");
  label.className = "notes-caret-name";
  label.textContent = typeof user.name === "string" ? user.name : "";
  if (typeof user.color === "string") {
    caret.style.borderColor = user.color;
    label.style.borderColor = user.color;
  }
  caret.append(label);
  return caret;
}
