import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useState } from "react";
import type { LineStyle } from "../../../shared/notes/line-style.ts";
import { useMessages } from "../../ui/language.tsx";
import { areLines } from "./lines/line-commands.ts";

type ToolName = keyof typeof TOOLS;

interface Tool {
  readonly run: (editor: Editor) => boolean;
  /** Pressed while the cursor stands in it; absent for what is no state. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
  /** As typed on the keyboards in the room. */
  readonly keys?: string;
}

const TOOLS = {
  heading: {
    run: (editor) => toggleHeading(editor, isHeading, 2),
    isOn: (editor) => areLines(editor.state, isHeading),
    keys: "Ctrl+Alt+2",
  },
  subheading: {
    run: (editor) => toggleHeading(editor, isSubheading, 3),
    isOn: (editor) => areLines(editor.state, isSubheading),
    keys: "Ctrl+Alt+3",
  },
  bold: {
    run: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive("bold"),
    keys: "Ctrl+B",
  },
  underline: {
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
    isOn: (editor) => editor.isActive("underline"),
    keys: "Ctrl+U",
  },
  strike: {
    run: (editor) => editor.chain().focus().toggleStrike().run(),
    isOn: (editor) => editor.isActive("strike"),
    keys: "Ctrl+Shift+S",
  },
  bulletList: {
    run: (editor) => editor.chain().focus().toggleLine("bullet").run(),
    isOn: (editor) => areLines(editor.state, ({ kind }) => kind === "bullet"),
    keys: "Ctrl+Shift+8",
  },
  orderedList: {
    run: (editor) => editor.chain().focus().toggleLine("ordered").run(),
    isOn: (editor) => areLines(editor.state, ({ kind }) => kind === "ordered"),
    keys: "Ctrl+Shift+7",
  },
  taskList: {
    run: (editor) => editor.chain().focus().toggleLine("task").run(),
    isOn: (editor) => areLines(editor.state, ({ kind }) => kind === "task"),
    keys: "Ctrl+Shift+9",
  },
  quote: {
    run: (editor) => editor.chain().focus().toggleQuote().run(),
    isOn: (editor) => areLines(editor.state, ({ quote }) => quote > 0),
    keys: "Ctrl+Shift+B",
  },
  table: {
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    can: (editor) => !inTable(editor),
  },
  undo: {
    run: (editor) => editor.chain().focus().undo().run(),
    can: (editor) => editor.can().undo(),
    keys: "Ctrl+Z",
  },
  redo: {
    run: (editor) => editor.chain().focus().redo().run(),
    can: (editor) => editor.can().redo(),
    keys: "Ctrl+Y",
  },
  addRow: { run: (editor) => editor.chain().focus().addRowAfter().run(), can: inTable },
  addColumn: { run: (editor) => editor.chain().focus().addColumnAfter().run(), can: inTable },
  deleteRow: { run: (editor) => editor.chain().focus().deleteRow().run(), can: inTable },
  deleteColumn: { run: (editor) => editor.chain().focus().deleteColumn().run(), can: inTable },
  deleteTable: { run: (editor) => editor.chain().focus().deleteTable().run(), can: inTable },
} as const satisfies Record<string, Tool>;

const TEXT_TOOLS: readonly ToolName[] = [
  "heading",
  "subheading",
  "bold",
  "underline",
  "strike",
  "bulletList",
  "orderedList",
  "taskList",
  "quote",
  "table",
  "undo",
  "redo",
];
const TABLE_TOOLS: readonly ToolName[] = ["addRow", "addColumn", "deleteRow", "deleteColumn", "deleteTable"];

/** There are two buttons for the six levels that can be typed. */
function isHeading({ kind, level }: LineStyle): boolean {
  return kind === "heading" && level <= 2;
}

function isSubheading({ kind, level }: LineStyle): boolean {
  return kind === "heading" && level > 2;
}

function inTable(editor: Editor): boolean {
  return editor.isActive("table");
}

function holdTable({ state }: Editor): boolean {
  return state.doc.children.some(({ type }) => type.name === "table");
}

function toggleHeading(editor: Editor, is: (style: LineStyle) => boolean, level: number): boolean {
  const chain = editor.chain().focus();
  return (areLines(editor.state, is) ? chain.plainLine() : chain.toggleLine("heading", level)).run();
}

/**
 * The formats of the notes, and a row for tables where the notes hold one. That row never comes or goes with the cursor: the
 * text would move under the mouse that is being pressed, and a second press hit a button.
 */
export function NotesToolbar({ editor }: { editor: Editor }) {
  const words = useMessages().notes.toolbar;
  const withTables = useEditorState({ editor, selector: ({ editor: now }) => holdTable(now) });
  // The second row may have come to lie over the line of the cursor.
  useLayoutEffect(() => {
    if (withTables && editor.isFocused) editor.commands.scrollIntoView();
  }, [withTables, editor]);
  return (
    <div className="notes-toolbars">
      <ToolRow editor={editor} names={TEXT_TOOLS} label={words.label} />
      {withTables && <ToolRow editor={editor} names={TABLE_TOOLS} label={words.tableLabel} />}
    </div>
  );
}

/** One tab stop; the arrow keys go from button to button and Escape back to the text, as in every toolbar. */
function ToolRow({ editor, names, label }: { editor: Editor; names: readonly ToolName[]; label: string }) {
  const [stop, setStop] = useState(0);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape") {
      // Not a key of the screen around as well.
      event.preventDefault();
      editor.commands.focus();
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (stop + step + names.length) % names.length;
    setStop(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div className="notes-toolbar" role="toolbar" aria-label={label} onKeyDown={move}>
      {names.map((name, index) => (
        <ToolButton
          key={name}
          editor={editor}
          name={name}
          isStop={index === stop}
          onFocus={() => setStop(index)}
        />
      ))}
    </div>
  );
}

function ToolButton(props: { editor: Editor; name: ToolName; isStop: boolean; onFocus: () => void }) {
  const { editor, name, isStop, onFocus } = props;
  const words = useMessages().notes.toolbar;
  const tool: Tool = TOOLS[name];
  const { isOn, can } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ isOn: tool.isOn?.(now), can: tool.can?.(now) ?? true }),
  });
  return (
    <button
      type="button"
      className="notes-tool"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isOn}
      aria-disabled={!can}
      title={tool.keys === undefined ? words[name] : words.shortcut(words[name], tool.keys)}
      onFocus={onFocus}
      onMouseDown={keepSelection}
      onClick={() => can && tool.run(editor)}
    >
      {words[name]}
    </button>
  );
}

/** The text keeps its focus and selection while a button is pressed with the mouse. */
function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}
