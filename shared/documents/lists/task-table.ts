import type { Matter } from "../disclosed/matters.ts";
import { knownOrMissing } from "../missing.ts";
import type { DocumentBlock } from "../model.ts";
import { dateText } from "../moment.ts";
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

/** 任务清单: what is to be done by when, and how far it is; null where there is nothing. */
export function taskTable(
  tasks: readonly Matter[],
  options: DocumentOptions,
  messages: MatterWords,
): DocumentBlock | null {
  if (tasks.length === 0) return null;
  const { columns } = messages.documents.lists;
  return textTable(
    "tasks",
    [
      { key: "number", title: columns.number, share: 13 },
      { key: "matter", title: columns.matter, share: 53 },
      { key: "leadUnit", title: columns.leadUnit, share: 24 },
      { key: "supportUnits", title: columns.supportUnits, share: 24 },
      { key: "due", title: columns.due, share: 31 },
      { key: "progress", title: columns.progress, share: 43 },
      { key: "status", title: columns.status, share: 24 },
      { key: "evidence", title: columns.evidence, share: 26 },
    ],
    tasks.map((matter) => ({
      key: matter.asked.question.questionId,
      cells: [
        numberCell(matter),
        matter.text,
        leadCell(matter, messages),
        supportCell(matter, messages),
        dueCell(matter, options, messages),
        progressCell(matter, options, messages),
        statusCell(matter, messages),
        evidenceCell(matter, messages),
      ],
    })),
  );
}

function progressCell({ progress }: Matter, options: DocumentOptions, messages: MatterWords): string {
  const { progressEntry } = messages.documents.lists;
  return progress
    .map(({ postedAt, text }) => progressEntry(dateText(postedAt, options, messages.minutes) ?? "", text))
    .join("\n");
}

/** Missing once a unit says that it is done. */
function evidenceCell(matter: Matter, { documents, minutes }: MatterWords): TextCell {
  const { row } = matter;
  if (row?.evidence != null) return row.evidence;
  const missing = missingOfMatter(matter, documents.lists.columns.evidence, minutes);
  return row?.status === "done" ? knownOrMissing(null, missing, minutes) : "";
}
