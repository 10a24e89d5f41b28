import type { Sheet } from "write-excel-file/node";
import type { SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { columnName } from "../../tables/sheet-grid.ts";
import type { WrittenContent } from "./written-content.ts";

/** Title, note, headings. */
export const HEAD_ROWS = 3;

type Rule = NonNullable<Sheet<WrittenContent>["conditionalFormatting"]>[number];

/** As lamps are on the screen, each dark enough on its ground to be read in print. */
const LOOKS = {
  overdue: { backgroundColor: "#fbeae8", textColor: "#b3261e" },
  soon: { backgroundColor: "#fdf2dc", textColor: "#8a5a00" },
  onTime: { backgroundColor: "#e6f3ea", textColor: "#2b6b3f" },
} as const;

/** Red after the date, yellow shortly before it, green else; counted by the day on which the file is looked at. */
export function lampRules({ lamp, rows }: SheetModel): Rule[] {
  if (lamp === null) return [];
  const [due, status] = [columnName(lamp.dueColumn + 1), columnName(lamp.statusColumn + 1)];
  const first = HEAD_ROWS + 1;
  const from = { row: first, column: lamp.dueColumn + 1 };
  const to = { row: Math.max(first, HEAD_ROWS + rows.length), column: lamp.dueColumn + 1 };
  const isOpen = `ISNUMBER($${due}${first}),$${status}${first}<>"${lamp.overStatus}"`;
  const rule = (condition: string, style: Rule["style"]): Rule => ({
    cellRange: { from, to },
    condition: { formula: `AND(${isOpen},${condition})` },
    style,
  });
  const ahead = `$${due}${first}-TODAY()`;
  return [
    rule(`${ahead}<0`, LOOKS.overdue),
    rule(`${ahead}>=0,${ahead}<=${lamp.soonDays}`, LOOKS.soon),
    rule(`${ahead}>${lamp.soonDays}`, LOOKS.onTime),
  ];
}
