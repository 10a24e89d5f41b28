import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";

/** Names the shared element a node shows; nothing that is pasted has one. */
const own = { default: null, rendered: false, parseHTML: () => null };

/** Tables with lines in their cells. Rows know their element, cells their column. */
export const TABLE_NODES = [
  Table.extend({
    addAttributes() {
      return { ...this.parent?.(), source: own };
    },
  }).configure({ resizable: false }),
  TableRow.extend({
    addAttributes() {
      return { ...this.parent?.(), source: own };
    },
  }),
  TableCell.extend({
    content: "line+",
    addAttributes() {
      return { ...this.parent?.(), column: own };
    },
  }),
  TableHeader.extend({
    content: "line+",
    addAttributes() {
      return { ...this.parent?.(), column: own };
    },
  }),
];
