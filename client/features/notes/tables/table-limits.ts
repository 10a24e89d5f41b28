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
          if (changedTables(transaction).every(isWithinLimits)) return true;
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

function isWithinLimits(table: Node): boolean {
  if (table.childCount > NOTES_TABLE_LIMITS.rowsMax) return false;
  return table.children.every(
    (row) =>
      row.childCount <= NOTES_TABLE_LIMITS.columnsMax &&
      row.children.every((cell) =>
        Object.entries(cell.attrs).every(([name, value]) => isNotesAttribute(name, value)),
      ),
  );
}
