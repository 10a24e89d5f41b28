import { type Matter, matters, tasks } from "../disclosed/matters.ts";
import { unitOrder } from "../disclosed/unit-order.ts";
import type { DocumentBlock } from "../model.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { plainDraft } from "../parts/plain-draft.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
import { dutyTable } from "./duty-table.ts";
import { questionTable } from "./question-table.ts";
import { taskTable } from "./task-table.ts";

/** 问题清单, 任务清单 and 责任清单, each on pages of its own. */
export function draftLists(input: DraftInput): DocumentDraft {
  const { records, options, messages, setup } = input;
  const words = messages.documents.lists;
  const all = matters(records, setup);
  const toDo = tasks(all);
  const compare = unitOrder(records);
  const duties = toDo
    .filter((matter): matter is Matter & { leadUnit: string } => matter.leadUnit !== null)
    .sort((one, other) => compare(one.leadUnit, other.leadUnit));
  const list = (key: string, title: string, none: string, table: DocumentBlock | null): DocumentSection => ({
    key,
    title,
    number: messages.minutes.sectionNumber,
    blocks: [heading(`${key}/title`, 1, null, title), table ?? paragraph(`${key}/none`, none)],
    beginsPage: true,
  });
  return plainDraft(
    {
      title: words.title,
      layout: "landscape",
      sections: [
        list(
          "questions",
          words.questions,
          words.noQuestions,
          questionTable(all, setup.namesAskers, messages),
        ),
        list("tasks", words.tasks, words.noTasks, taskTable(toDo, options, messages)),
        list("duties", words.duties, words.noDuties, dutyTable(duties, options, messages)),
      ],
    },
    input,
  );
}
