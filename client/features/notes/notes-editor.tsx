import type { Node, Slice } from "@tiptap/pm/model";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { Messages } from "../../../shared/messages/zh-CN.ts";
import { NOTES_TABLE_LIMITS } from "../../../shared/protocol/notes-attributes.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { showProblem } from "../../ui/undo.tsx";
import { flattenHtml } from "./lines/flatten-html.ts";
import type { NotesConnection } from "./notes-connection.ts";
import { notesExtensions } from "./notes-extensions.ts";
import { NotesToolbar } from "./notes-toolbar.tsx";
import { useCompositionGate } from "./use-composition-gate.ts";
import { useCoveredEdge } from "./use-covered-edge.ts";

/** One frame must stay under the server's limit of 1 MiB; a Chinese character takes three bytes. */
const PASTE_MAX_CHARS = 100_000;
/** A table's cell is three nodes, and six of the 20,000 structs the server takes in one message. */
const PASTE_MAX_NODES = 6000;

interface Props {
  readonly connection: NotesConnection;
  readonly editable: boolean;
  /** What is on the server is here; until then an empty text says nothing about the notes. */
  readonly loaded: boolean;
  /** Stays in view above the toolbar, however far the text is scrolled. */
  readonly head: ReactNode;
  /** What is told of the notes before the text. */
  readonly children: ReactNode;
}

function editableAttributes(editable: boolean, words: Messages["notes"]): Record<string, string> {
  return {
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": editable ? words.editorLabel : words.editorLabelReadOnly,
    "aria-readonly": String(!editable),
    // A read-only text must still be reached and scrolled with the keyboard.
    tabindex: "0",
  };
}

function nodeCount({ content }: Slice): number {
  let count = 0;
  content.descendants(() => {
    count += 1;
  });
  return count;
}

/** The table editor lays out a cell's span before anything can refuse the table, and fails on forged ones. */
function spansTooFar({ content }: Slice): boolean {
  let tooFar = false;
  content.descendants(({ attrs }) => {
    tooFar ||= attrs.colspan > NOTES_TABLE_LIMITS.columnsMax || attrs.rowspan > NOTES_TABLE_LIMITS.rowsMax;
  });
  return tooFar;
}

/** Whether a picture would be left out: one in a text, or a picture alone. Beside a text programs put one of the text itself. */
function holdsPicture(data: DataTransfer | null): boolean {
  const html = data?.getData("text/html") ?? "";
  if (html !== "") return /<(?:img|picture|video|v:imagedata)\b/i.test(html);
  return data?.getData("text/plain") === "" && [...data.files].some(({ type }) => type.startsWith("image/"));
}

function isBlank(doc: Node): boolean {
  const { firstChild } = doc;
  return doc.childCount === 1 && firstChild?.attrs.kind === "body" && firstChild.content.size === 0;
}

/** How much of the upper edge is covered, whenever the editor scrolls the cursor into view. */
function belowBar(bar: RefObject<HTMLElement | null>, px: number) {
  return {
    get top() {
      return (bar.current?.offsetHeight ?? 0) + px;
    },
    right: px,
    bottom: px,
    left: px,
  };
}

/** The rich text everybody in the room writes together. */
export function NotesEditor({ connection, editable, loaded, head, children }: Props) {
  const words = useMessages().notes;
  const [language] = useLanguage();
  const refuseTable = () =>
    showProblem(words.tableTooLarge(NOTES_TABLE_LIMITS.rowsMax, NOTES_TABLE_LIMITS.columnsMax));
  const bar = useRef<HTMLDivElement>(null);
  useCoveredEdge(bar);
  const editor = useEditor(
    {
      editable,
      extensions: notesExtensions(connection, words, refuseTable),
      editorProps: {
        attributes: editableAttributes(editable, words),
        scrollThreshold: belowBar(bar, 0),
        scrollMargin: belowBar(bar, 5),
        // As in every editor with a toolbar; Tab belongs to lists and tables.
        handleKeyDown: (_view, event) => {
          if (!event.altKey || event.key !== "F10") return false;
          bar.current?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus();
          return true;
        },
        transformPastedHTML: flattenHtml,
        handlePaste: (_view, event, slice) => {
          const text = event.clipboardData?.getData("text/plain") ?? "";
          if (holdsPicture(event.clipboardData)) {
            showProblem(words.noPictures);
            // Alone it leaves nothing to paste, and the editor would ask again.
            if (slice.content.size === 0) return true;
          }
          if (text.length > PASTE_MAX_CHARS) {
            showProblem(words.pasteTooLarge(PASTE_MAX_CHARS.toLocaleString(language)));
          } else if (nodeCount(slice) > PASTE_MAX_NODES) {
            showProblem(words.pasteTooManyParts);
          } else if (spansTooFar(slice)) {
            refuseTable();
          } else return false;
          return true;
        },
      },
    },
    [connection, words, language],
  );
  useEffect(() => {
    const editorProps = { ...editor.options.editorProps, attributes: editableAttributes(editable, words) };
    editor.setOptions({ editable, editorProps });
  }, [editor, editable, words]);
  useCompositionGate(editor, connection.gate);
  const isEmpty = useEditorState({ editor, selector: ({ editor: now }) => isBlank(now.state.doc) });
  return (
    <>
      <div className="notes-bar" ref={bar}>
        {head}
        {editable && <NotesToolbar editor={editor} />}
      </div>
      {children}
      <div className="notes-page">
        {isEmpty && (
          <p className="notes-placeholder" aria-hidden="true">
            {editable ? words.placeholder : loaded ? words.emptyReadOnly : words.notThereYet}
          </p>
        )}
        <EditorContent editor={editor} />
      </div>
    </>
  );
}
