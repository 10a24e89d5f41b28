import { isLeftOpen, isMeasure, type Matter, matters, tasks } from "../disclosed/matters.ts";
import type { DocumentBlock } from "../model.ts";
import { dueCell, leadCell, statusCell, supportCell } from "../parts/matter-cells.ts";
import { countedList, heading } from "../parts/plain-blocks.ts";
import { textTable } from "../parts/text-table.ts";
import type { DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";

/** 下一步措施: what units have promised or were given, by when. 尚待办理: what is neither answered nor anybody's. */
export function matterSections(input: DraftInput): DocumentSection[] {
  const { records, messages, setup } = input;
  const words = messages.minutes;
  const all = matters(records, setup);
  const measures = tasks(all.filter(isMeasure));
  const open = all.filter(isLeftOpen);
  const section = (key: "measures" | "open", block: DocumentBlock): DocumentSection => ({
    key,
    title: words.sections[key],
    number: words.sectionNumber,
    blocks: [heading(`${key}/title`, 1, null, words.sections[key]), block],
    beginsPage: false,
  });
  return [
    ...(measures.length === 0 ? [] : [section("measures", measureTable(measures, input))]),
    ...(open.length === 0 ? [] : [section("open", openList(open, input))]),
  ];
}

function measureTable(measures: readonly Matter[], { options, messages }: DraftInput): DocumentBlock {
  const { columns } = messages.documents.lists;
  return textTable(
    "measures",
    [
      { key: "position", title: columns.position, share: 3.4 },
      { key: "matter", title: columns.matter, share: 11.4 },
      { key: "leadUnit", title: columns.leadUnit, share: 6 },
      { key: "supportUnits", title: columns.supportUnits, share: 6 },
      { key: "due", title: columns.due, share: 9.2 },
    ],
    measures.map((matter, index) => ({
      key: matter.asked.question.questionId,
      cells: [
        String(index + 1),
        matter.text,
        leadCell(matter, messages),
        supportCell(matter, messages),
        dueCell(matter, options, messages),
      ],
    })),
  );
}

function openList(open: readonly Matter[], { messages }: DraftInput): DocumentBlock {
  return countedList(
    open.map((matter) => ({
      key: `open/${matter.asked.question.questionId}`,
      text: messages.minutes.openMatter(
        matter.text.replace(/\s*\n\s*/gu, " "),
        [...(matter.leadUnit === null ? [] : [matter.leadUnit]), statusCell(matter, messages)].join(
          messages.minutes.factSeparator,
        ),
      ),
    })),
  );
}
