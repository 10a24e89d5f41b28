import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { isListKind, type LineStyle, lineStyle } from "../../../../shared/notes/line-style.ts";

/** In a decoration's spec: the number an ordered line has among those of its list. */
export const ORDINAL = "ordinal";

const NUMBERS = new PluginKey<DecorationSet>("lineNumbers");

/** Counts ordered lines, level by level: a line that is in no list begins anew. */
export const LineNumbers = Extension.create({
  name: "lineNumbers",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: NUMBERS,
      state: {
        init: (_config, { doc }) => numbered(doc),
        apply: (transaction, numbers) => (transaction.docChanged ? numbered(transaction.doc) : numbers),
      },
      props: { decorations: (state) => NUMBERS.getState(state) },
    }),
  ],
});

function numbered(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  count(doc, 0, found);
  return DecorationSet.create(doc, found);
}

function count(parent: Node, from: number, found: Decoration[]): void {
  const numbers: number[] = [];
  let kinds: (LineStyle["kind"] | undefined)[] = [];
  parent.forEach((node, offset) => {
    const at = from + offset;
    if (node.type.name !== "line") {
      numbers.length = 0;
      kinds = [];
      if (!node.isTextblock) count(node, at + 1, found);
      return;
    }
    const style = lineStyle(node.attrs);
    const { indent, kind, start } = style;
    // What follows is deeper than this line's level no more.
    const level = isListKind(kind) ? indent + 1 : indent;
    numbers.length = Math.min(numbers.length, level);
    kinds.length = Math.min(kinds.length, level);
    if (!isListKind(kind)) return;
    const goesOn = kinds[indent] === kind && start === null;
    const number = goesOn ? (numbers[indent] ?? 0) + 1 : (start ?? 1);
    numbers[indent] = number;
    kinds[indent] = kind;
    if (kind === "ordered" && number !== 1) {
      found.push(Decoration.node(at, at + node.nodeSize, {}, { [ORDINAL]: number }));
    }
  });
}
