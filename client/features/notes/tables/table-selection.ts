import { Extension } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Selection, TextSelection } from "@tiptap/pm/state";

/**
 * A selection of text never begins in a cell and ends outside it, or the other way round: deleting such a one would move
 * what stands in some cells into others. From outside it takes the whole table, from inside it ends with the cell.
 */
export const TableSelection = Extension.create({
  name: "tableSelection",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("tableSelection"),
      appendTransaction: (_transactions, _before, state) => {
        const selection = withinOrAround(state);
        return selection === null ? null : state.tr.setSelection(selection);
      },
    }),
  ],
});

function withinOrAround({ selection, doc }: EditorState): Selection | null {
  if (!(selection instanceof TextSelection) || selection.empty) return null;
  const { $anchor, $head } = selection;
  const anchorCell = cellDepth($anchor);
  const headCell = cellDepth($head);
  if (anchorCell !== null) {
    const inSame = headCell !== null && $head.before(headCell) === $anchor.before(anchorCell);
    if (inSame) return null;
    const forward = $head.pos > $anchor.pos;
    const edge = forward ? $anchor.end(anchorCell) : $anchor.start(anchorCell);
    return TextSelection.between($anchor, doc.resolve(edge), forward ? -1 : 1);
  }
  if (headCell === null) return null;
  const forward = $head.pos > $anchor.pos;
  const beyond = forward ? $head.after(1) : $head.before(1);
  return TextSelection.between($anchor, doc.resolve(beyond), forward ? 1 : -1);
}

function cellDepth(position: ResolvedPos): number | null {
  for (let depth = position.depth; depth > 0; depth -= 1) {
    const role: unknown = position.node(depth).type.spec.tableRole;
    if (role === "cell" || role === "header_cell") return depth;
  }
  return null;
}
