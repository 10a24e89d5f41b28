import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { isNotesAttribute, NOTES_TABLE_LIMITS } from "../../../../shared/protocol/notes-attributes.ts";
import { FROM_SHARED } from "../binding/notes-binding.ts";

/** Refuses what would make a table larger than the server takes, before it is in the text; others' edits come in as they are. */
export function tableLimits(onRefused: () => void) {
  return Extension.create({
    name: "tableLimits",
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("tableLimits"),
        filterTransaction: (transaction) => {
          if (!transaction.docChanged || transaction.getMeta(FROM_SHARED) === true) return true;
          const before = sizes(transaction.before);
          if (changedTables(transaction).every((table) => isWithinLimits(table, before))) return true;
          onRefused();
          return false;
        },
      }),
    ],
  });
}

function changedTables({ doc, mapping }: Transaction): Node[] {
  const tables: Node[] = [];
  for (const [index, map] of mapping.maps.entries()) {
    const later = mapping.slice(index + 1);
    map.forEach((_oldStart, _oldEnd, start, end) => {
      doc.nodesBetween(later.map(start, -1), later.map(end, 1), (node) => {
        if (node.type.name === "table") tables.push(node);
        return !node.isTextblock;
      });
    });
  }
  return tables;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** How many rows and columns the tables of a document have, by their source. */
function sizes(doc: Node): ReadonlyMap<unknown, Size> {
  const found = new Map<unknown, Size>();
  doc.forEach((node) => {
    if (node.type.name === "table") found.set(node.attrs.source, sizeOf(node));
  });
  return found;
}

function sizeOf(table: Node): Size {
  return { rows: table.childCount, columns: Math.max(...table.children.map(({ childCount }) => childCount)) };
}

/** Two who added at once may have made a table larger than one may: it can be worked on and does not grow. */
function isWithinLimits(table: Node, before: ReadonlyMap<unknown, Size>): boolean {
  const was = before.get(table.attrs.source) ?? { rows: 0, columns: 0 };
  const { rows, columns } = sizeOf(table);
  if (rows > Math.max(NOTES_TABLE_LIMITS.rowsMax, was.rows)) return false;
  if (columns > Math.max(NOTES_TABLE_LIMITS.columnsMax, was.columns)) return false;
  return table.children.every((row) =>
    row.children.every((cell) =>
      Object.entries(cell.attrs).every(([name, value]) => isNotesAttribute(name, value)),
    ),
  );
}
