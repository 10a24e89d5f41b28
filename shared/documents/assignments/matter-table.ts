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
  key: string,
  matters: readonly Matter[],
  others: "leadUnit" | "supportUnits",
  options: DocumentOptions,
  messages: MatterWords,
): DocumentBlock {
  const { columns } = messages.documents.lists;
  const othersCell = others === "leadUnit" ? leadCell : supportCell;
  return textTable(
    key,
    [
      { key: "position", title: columns.position, share: 3 },
      { key: "matter", title: columns.matter, share: 14 },
      { key: others, title: columns[others], share: 7 },
      { key: "due", title: columns.due, share: 9 },
    ],
    matters.map((matter, index) => ({
      key: matter.asked.question.questionId,
      cells: [
        String(index + 1),
        matterText(matter, others === "supportUnits", messages),
        othersCell(matter, messages),
        dueCell(matter, options, messages),
      ],
    })),
  );
}

function matterText(matter: Matter, hasGist: boolean, messages: MatterWords): string {
  const { columns } = messages.documents.lists;
  const label = (word: string, text: string) => messages.minutes.label(word) + text;
  const textOf = ({ asked }: Matter) => {
    const units = askerUnitsCell(asked, messages);
    return typeof units === "string" ? units : units.text;
  };
  const gist = hasGist ? gistCell(matter, messages) : "";
  return [
    matter.text,
    ...(matter.asked.askers === null ? [] : [label(columns.askerUnits, textOf(matter))]),
    ...(gist === "" ? [] : [label(columns.gist, gist)]),
  ].join("\n");
}
