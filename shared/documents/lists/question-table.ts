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

/** 问题清单: every question by the order of asking, what was said and what its askers think of it; null where there is none. */
export function questionTable(all: readonly Matter[], messages: MatterWords): DocumentBlock | null {
  if (all.length === 0) return null;
  const { columns } = messages.documents.lists;
  return textTable(
    [
      { title: columns.position, share: 13 },
      { title: columns.question, share: 42 },
      { title: columns.askerUnits, share: 22 },
      { title: columns.askers, share: 15.5 },
      { title: columns.nature, share: 11.5 },
      { title: columns.gist, share: 46 },
      { title: columns.leadUnit, share: 21 },
      { title: columns.supportUnits, share: 21 },
      { title: columns.outcome, share: 20 },
      { title: columns.verdict, share: 15 },
    ],
    all.map((matter, index) => {
      const { question } = matter.asked;
      return [
        String(index + 1),
        question.text,
        askerUnitsCell(matter.asked, messages),
        askersCell(matter.asked, messages),
        question.nature === null ? "" : messages.minutes.natures[question.nature],
        gistCell(matter, messages),
        leadCell(matter, messages),
        supportCell(matter, messages),
        outcomeText(question, messages.minutes),
        verdictCell(matter, messages),
      ];
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
