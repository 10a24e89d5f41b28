import type { Matter } from "../disclosed/matters.ts";
import type { DocumentBlock } from "../model.ts";
import {
  askersCell,
  askerUnitsCell,
  gistCell,
  leadCell,
  type MatterWords,
  supportCell,
} from "../parts/matter-cells.ts";
import { outcomeText } from "../parts/outcome-text.ts";
import { textTable } from "../parts/text-table.ts";

/**
 * 问题清单: every question by the order of asking, what was said and what its askers think of it, with or without who asked; null
 * where there is none.
 */
export function questionTable(
  all: readonly Matter[],
  namesAskers: boolean,
  messages: MatterWords,
): DocumentBlock | null {
  if (all.length === 0) return null;
  const { columns } = messages.documents.lists;
  return textTable(
    "questions",
    [
      { key: "position", title: columns.position, share: 13 },
      { key: "question", title: columns.question, share: 42 },
      ...(namesAskers
        ? [
            { key: "askerUnits", title: columns.askerUnits, share: 22 },
            { key: "askers", title: columns.askers, share: 15.5 },
          ]
        : []),
      { key: "nature", title: columns.nature, share: 11.5 },
      { key: "gist", title: columns.gist, share: 46 },
      { key: "leadUnit", title: columns.leadUnit, share: 21 },
      { key: "supportUnits", title: columns.supportUnits, share: 21 },
      { key: "outcome", title: columns.outcome, share: 20 },
      { key: "verdict", title: columns.verdict, share: 15 },
    ],
    all.map((matter, index) => {
      const { question } = matter.asked;
      return {
        key: question.questionId,
        cells: [
          String(index + 1),
          question.text,
          ...(namesAskers
            ? [askerUnitsCell(matter.asked, messages), askersCell(matter.asked, messages)]
            : []),
          question.nature === null ? "" : messages.minutes.natures[question.nature],
          gistCell(matter, messages),
          leadCell(matter, messages),
          supportCell(matter, messages),
          outcomeText(question, messages.minutes),
          verdictCell(matter, messages),
        ],
      };
    }),
  );
}

function verdictCell({ asked }: Matter, { documents }: MatterWords): string {
  const { settled, unsettled } = asked.question;
  return [
    ...(settled === 0 ? [] : [documents.lists.settled(String(settled))]),
    ...(unsettled === 0 ? [] : [documents.lists.unsettled(String(unsettled))]),
  ].join("\n");
}
