import type { Matter } from "../disclosed/matters.ts";
import { knownOrMissing } from "../missing.ts";
import type { DocumentBlock } from "../model.ts";
import type { DocumentOptions } from "../options.ts";
import {
  dueCell,
  leadCell,
  type MatterWords,
  missingOfMatter,
  numberCell,
  statusCell,
  supportCell,
} from "../parts/matter-cells.ts";
import { type TextCell, textTable } from "../parts/text-table.ts";

/** 责任清单: who answers for what, unit by unit; null where nobody does. */
export function dutyTable(
  duties: readonly Matter[],
  options: DocumentOptions,
  messages: MatterWords,
): DocumentBlock | null {
  if (duties.length === 0) return null;
  const { columns } = messages.documents.lists;
  return textTable(
    "duties",
    [
      { key: "leadUnit", title: columns.leadUnit, share: 26 },
      { key: "personInCharge", title: columns.personInCharge, share: 20 },
      { key: "leaderInCharge", title: columns.leaderInCharge, share: 20 },
      { key: "number", title: columns.number, share: 13 },
      { key: "matter", title: columns.matter, share: 63 },
      { key: "supportUnits", title: columns.supportUnits, share: 28 },
      { key: "due", title: columns.due, share: 31 },
      { key: "status", title: columns.status, share: 24 },
    ],
    duties.map((matter) => ({
      key: matter.asked.question.questionId,
      cells: [
        leadCell(matter, messages),
        inChargeCell(matter, "personInCharge", messages),
        inChargeCell(matter, "leaderInCharge", messages),
        numberCell(matter),
        matter.text,
        supportCell(matter, messages),
        dueCell(matter, options, messages),
        statusCell(matter, messages),
      ],
    })),
  );
}

/** Missing until a matter is cleared. */
function inChargeCell(
  matter: Matter,
  field: "personInCharge" | "leaderInCharge",
  { documents, minutes }: MatterWords,
): TextCell {
  const { row } = matter;
  const missing = missingOfMatter(matter, documents.lists.columns[field], minutes);
  return row?.[field] ?? (row?.status === "cleared" ? "" : knownOrMissing(null, missing, minutes));
}
