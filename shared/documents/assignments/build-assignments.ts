import { isToDo, type Matter, matters, tasks } from "../disclosed/matters.ts";
import { unitOrder } from "../disclosed/unit-order.ts";
import type { DocumentInput } from "../input.ts";
import type { DocumentBlock, DocumentModel } from "../model.ts";
import { ofKind } from "../of-kind.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { plainDocument } from "../parts/plain-document.ts";
import { knownOrMissing } from "../runs.ts";
import { matterTable } from "./matter-table.ts";

interface UnitMatters {
  readonly unit: string;
  readonly lead: readonly Matter[];
  readonly support: readonly Matter[];
}

/**
 * 交办单: a page for every unit, by 排序号, with what it has to do and lines to sign. With `options.unit` that unit's page alone;
 * else what no unit has the lead of stands at the end.
 */
export function buildAssignments(input: DocumentInput): DocumentModel {
  const { records, options, messages } = input;
  const words = messages.documents.assignments;
  const toDo = tasks(matters(records)).filter(isToDo);
  const units = [
    ...new Set(toDo.flatMap(({ leadUnit, supportUnits }) => [leadUnit ?? [], supportUnits].flat())),
  ]
    .filter((unit) => options.unit === undefined || unit === options.unit)
    .sort(unitOrder(records));
  const session = ofKind(records, "session")[0]?.title ?? messages.minutes.placeholder;
  const pages = units.map((unit) =>
    unitPage(
      {
        unit,
        lead: toDo.filter(({ leadUnit }) => leadUnit === unit),
        support: toDo.filter(
          ({ leadUnit, supportUnits }) => leadUnit !== unit && supportUnits.includes(unit),
        ),
      },
      session,
      input,
    ),
  );
  const unassigned = options.unit === undefined ? toDo.filter(({ leadUnit }) => leadUnit === null) : [];
  if (unassigned.length > 0) pages.push(unassignedPage(unassigned, input));
  return plainDocument(
    {
      name: "assignments",
      title: words.title,
      layout: "portrait",
      blocks:
        pages.length === 0
          ? [paragraph(words.none)]
          : pages.flatMap((page, index): DocumentBlock[] => [
              ...(index === 0 ? [] : [{ kind: "pageBreak" } as const]),
              ...page,
            ]),
    },
    input,
  );
}

function unitPage(
  { unit, lead, support }: UnitMatters,
  session: string,
  { options, messages }: DocumentInput,
): DocumentBlock[] {
  const words = messages.documents.assignments;
  const { minutes } = messages;
  const supportCount = String(support.length);
  const line = (label: string, ...texts: string[]) => ({
    label: minutes.label(label),
    runs: texts.map((text) => ({ text })),
  });
  return [
    heading(1, null, unit),
    ...(lead.length === 0
      ? []
      : [
          paragraph(words.intro(session, String(lead.length))),
          matterTable(lead, "supportUnits", options, messages),
        ]),
    ...(support.length === 0
      ? []
      : [
          paragraph(
            lead.length === 0
              ? words.supportOnlyIntro(session, supportCount)
              : words.supportIntro(supportCount),
          ),
          matterTable(support, "leadUnit", options, messages),
        ]),
    {
      kind: "signature",
      lines: [
        line(words.assignedBy),
        line(words.receivedBy),
        line(words.assignedOn, words.dateToWrite),
        line(words.receivedOn, words.dateToWrite),
      ],
    },
  ];
}

function unassignedPage(
  unassigned: readonly Matter[],
  { options, messages }: DocumentInput,
): DocumentBlock[] {
  return [
    heading(1, null, knownOrMissing(null, messages.minutes)),
    paragraph(messages.documents.assignments.unassigned),
    matterTable(unassigned, "supportUnits", options, messages),
  ];
}
