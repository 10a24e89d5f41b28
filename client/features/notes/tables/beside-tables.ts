import { Extension } from "@tiptap/core";
import { createParagraphNear } from "@tiptap/pm/commands";
import { GapCursor } from "@tiptap/pm/gapcursor";
import { keydownHandler } from "@tiptap/pm/keymap";
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
} from "@tiptap/pm/state";
import { cellAround, isInTable, nextCell } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";

/**
 * The places above a first table and between two, where no line stands: one gets there with the mouse, the arrow keys and
 * Ctrl+Enter. It is a cursor and no line, so that nothing is in the shared notes before somebody writes. (Below a last table
 * the editor always shows a line, `BoundLine`.)
 */
export const BesideTables = Extension.create({
  name: "besideTables",
  // Before the keys of the tables, which know only places in a text, and of breaks in a line.
  priority: 900,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("besideTables"),
      props: {
        handleKeyDown: keydownHandler({
          ArrowDown: pastEdgeRow(1),
          ArrowUp: pastEdgeRow(-1),
          "Mod-Enter": belowTable,
          "Shift-Enter": lineInGap,
        }),
        handleClick: (view, _position, event) => {
          const gap = view.editable && event.target === view.dom ? gapAt(view, event) : null;
          if (gap === null) return false;
          view.dispatch(view.state.tr.setSelection(gap));
          return true;
        },
      },
    }),
  ],
});

/** The cursor between two blocks of the notes; null where a line stands there to write in. */
function gapCursorAt({ doc }: EditorState, position: number): GapCursor | null {
  const $position = doc.resolve(position);
  const isBesideLine = [$position.nodeBefore, $position.nodeAfter].some((node) => node?.type.name === "line");
  return isBesideLine ? null : new GapCursor($position);
}

/** The arrow that leaves a table by its last row, or its first, where no line comes after. */
function pastEdgeRow(direction: 1 | -1): Command {
  return (state, dispatch, view) => {
    const { selection } = state;
    const { $head } = selection;
    const $cell = cellAround($head);
    if ($cell === null || !(selection instanceof TextSelection) || !selection.empty) return false;
    const cell = $cell.nodeAfter;
    const edgeLine = direction === 1 ? cell?.lastChild : cell?.firstChild;
    if ($head.parent !== edgeLine || view?.endOfTextblock(direction === 1 ? "down" : "up") !== true)
      return false;
    if (nextCell($cell, "vert", direction) !== null) return false;
    const gap = gapCursorAt(state, direction === 1 ? $head.after(1) : $head.before(1));
    if (gap !== null) dispatch?.(state.tr.setSelection(gap).scrollIntoView());
    return gap !== null;
  };
}

/** Out of a table to what is written below it. */
const belowTable: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return lineInGap(state, dispatch, view);
  const below = state.selection.$head.after(1);
  const place = gapCursorAt(state, below) ?? Selection.near(state.doc.resolve(below), 1);
  dispatch?.(state.tr.setSelection(place).scrollIntoView());
  return true;
};

const lineInGap: Command = (state, dispatch, view) =>
  state.selection instanceof GapCursor && createParagraphNear(state, dispatch, view);

/** Where somebody clicked beside all blocks: the gap above or below the nearest. */
function gapAt(view: EditorView, { clientX, clientY }: MouseEvent): GapCursor | null {
  const at = view.posAtCoords({ left: clientX, top: clientY });
  if (at === null) return null;
  const { doc } = view.state;
  const index = Math.min(doc.resolve(at.pos).index(0), doc.childCount - 1);
  const start = doc.resolve(0).posAtIndex(index, 0);
  const block = view.nodeDOM(start);
  if (!(block instanceof HTMLElement)) return null;
  const { top, bottom } = block.getBoundingClientRect();
  if (clientY < top) return gapCursorAt(view.state, start);
  return clientY > bottom ? gapCursorAt(view.state, start + doc.child(index).nodeSize) : null;
}
