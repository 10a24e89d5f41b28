import { Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Strike } from "@tiptap/extension-strike";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import { Dropcursor, Gapcursor } from "@tiptap/extensions";
import type { Messages } from "../../../shared/messages/zh-CN.ts";
import { sharedEditing } from "./binding/shared-editing.ts";
import { LineCommands } from "./lines/line-commands.ts";
import { Line } from "./lines/line-node.ts";
import { LineNumbers } from "./lines/line-numbers.ts";
import type { NotesConnection } from "./notes-connection.ts";
import { BesideTables } from "./tables/beside-tables.ts";
import { tableLimits } from "./tables/table-limits.ts";
import { TABLE_NODES } from "./tables/table-nodes.ts";
import { TableSelection } from "./tables/table-selection.ts";

const Notes = Node.create({ name: "doc", topNode: true, content: "(line | table)+" });

/** What notes can hold: lines of every kind and tables, and the marks the minutes know how to print. */
export function notesExtensions(
  { fragment, doc, provider }: NotesConnection,
  words: Messages["notes"],
  onTableTooLarge: () => void,
) {
  return [
    Notes,
    Line.configure({ words }),
    LineCommands,
    LineNumbers,
    Text,
    HardBreak,
    Bold,
    Italic,
    Strike,
    Underline,
    Dropcursor,
    Gapcursor,
    ...TABLE_NODES,
    TableSelection,
    BesideTables,
    tableLimits(onTableTooLarge),
    sharedEditing({ fragment, doc, awareness: provider.awareness }),
  ];
}
