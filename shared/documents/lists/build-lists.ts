import { type Matter, matters, tasks } from "../disclosed/matters.ts";
import { unitOrder } from "../disclosed/unit-order.ts";
import type { DocumentInput } from "../input.ts";
import type { DocumentBlock, DocumentModel } from "../model.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { plainDocument } from "../parts/plain-document.ts";
import { dutyTable } from "./duty-table.ts";
import { questionTable } from "./question-table.ts";
import { taskTable } from "./task-table.ts";

/** 问题清单, 任务清单 and 责任清单, each on pages of its own. */
export function buildLists(input: DocumentInput): DocumentModel {
  const { records, options, messages } = input;
  const words = messages.documents.lists;
  const all = matters(records);
  const toDo = tasks(all);
  const compare = unitOrder(records);
  const duties = toDo
    .filter((matter): matter is Matter & { leadUnit: string } => matter.leadUnit !== null)
    .sort((one, other) => compare(one.leadUnit, other.leadUnit));
  const list = (position: number, title: string, none: string, table: DocumentBlock | null) => [
    heading(1, messages.minutes.sectionNumber(String(position)), title),
    table ?? paragraph(none),
  ];
  return plainDocument(
    {
      name: "lists",
      title: words.title,
      layout: "landscape",
      blocks: [
        ...list(1, words.questions, words.noQuestions, questionTable(all, messages)),
        { kind: "pageBreak" },
        ...list(2, words.tasks, words.noTasks, taskTable(toDo, options, messages)),
        { kind: "pageBreak" },
        ...list(3, words.duties, words.noDuties, dutyTable(duties, options, messages)),
      ],
    },
    input,
  );
}
