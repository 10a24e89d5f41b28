import type { Matter } from "../disclosed/matters.ts";
import type { DocumentBlock } from "../model.ts";
import type { DocumentOptions } from "../options.ts";
import {
  dueCell,
  leadCell,
  type MatterWords,
  numberCell,
  statusCell,
  supportCell,
} from "../parts/matter-cells.ts";
import { type TextCell, textTable } from "../parts/text-table.ts";
import { knownOrMissing } from "../runs.ts";

/** 责任清单: who answers for what, unit by unit; null where nobody does. */
export function dutyTable(
  duties: readonly Matter[],
  options: DocumentOptions,
  messages: MatterWords,
): DocumentBlock | null {
  if (duties.length === 0) return null;
  const { columns } = messages.documents.lists;
  return textTable(
    [
      { title: columns.leadUnit, share: 26 },
      { title: columns.personInCharge, share: 20 },
      { title: columns.leaderInCharge, share: 20 },
      { title: columns.number, share: 13 },
      { title: columns.matter, share: 63 },
      { title: columns.supportUnits, share: 28 },
      { title: columns.due, share: 31 },
      { title: columns.status, share: 24 },
    ],
    duties.map((matter) => [
      leadCell(matter, messages),
      inChargeCell(matter, "personInCharge", messages),
      inChargeCell(matter, "leaderInCharge", messages),
      numberCell(matter),
      matter.text,
      supportCell(matter, messages),
      dueCell(matter, options, messages),
      statusCell(matter, messages),
    ]),
  );
}

/** Missing until a matter is cleared. */
function inChargeCell(
  { row }: Matter,
  field: "personInCharge" | "leaderInCharge",
  { minutes }: MatterWords,
): TextCell {
  return row?.[field] ?? (row?.status === "cleared" ? "" : knownOrMissing(null, minutes));
}
