import type { Matter } from "../disclosed/matters.ts";
import type { DocumentBlock } from "../model.ts";
import type { DocumentOptions } from "../options.ts";
import {
  askerUnitsCell,
  dueCell,
  gistCell,
  leadCell,
  type MatterWords,
  supportCell,
} from "../parts/matter-cells.ts";
import { textTable } from "../parts/text-table.ts";

/** What a unit has to do: each with who asked, the other units, the date, and for the lead what was said. */
export function matterTable(
  matters: readonly Matter[],
  others: "leadUnit" | "supportUnits",
  options: DocumentOptions,
  messages: MatterWords,
): DocumentBlock {
  const { columns } = messages.documents.lists;
  const othersCell = others === "leadUnit" ? leadCell : supportCell;
  return textTable(
    [
      { title: columns.position, share: 3 },
      { title: columns.matter, share: 14 },
      { title: columns[others], share: 7 },
      { title: columns.due, share: 9 },
    ],
    matters.map((matter, index) => [
      String(index + 1),
      matterText(matter, others === "supportUnits", messages),
      othersCell(matter, messages),
      dueCell(matter, options, messages),
    ]),
  );
}

function matterText(matter: Matter, hasGist: boolean, messages: MatterWords): string {
  const { columns } = messages.documents.lists;
  const label = (word: string, text: string) => messages.minutes.label(word) + text;
  const asked = askerUnitsCell(matter.asked, messages);
  const gist = hasGist ? gistCell(matter, messages) : "";
  return [
    matter.text,
    label(columns.askerUnits, typeof asked === "string" ? asked : asked.text),
    ...(gist === "" ? [] : [label(columns.gist, gist)]),
  ].join("\n");
}
