import { isToDo, type Matter, matters, tasks } from "../disclosed/matters.ts";
import { unitOrder } from "../disclosed/unit-order.ts";
import { knownOrMissing } from "../missing.ts";
import type { DocumentBlock } from "../model.ts";
import { ofKind } from "../of-kind.ts";
import { missingOfMatter } from "../parts/matter-cells.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { plainDraft } from "../parts/plain-draft.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
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
export function draftAssignments(input: DraftInput): DocumentDraft {
  const { records, options, messages, setup } = input;
  const words = messages.documents.assignments;
  const toDo = tasks(matters(records, setup)).filter(isToDo);
  const units = [
    ...new Set(toDo.flatMap(({ leadUnit, supportUnits }) => [leadUnit ?? [], supportUnits].flat())),
  ]
    .filter((unit) => options.unit === undefined || unit === options.unit)
    .sort(unitOrder(records));
  const session = ofKind(records, "session")[0]?.title ?? messages.minutes.placeholder;
  const ofUnits = units.map((unit) => {
    const lead = toDo.filter(({ leadUnit }) => leadUnit === unit);
    const support = toDo.filter(
      ({ leadUnit, supportUnits }) => leadUnit !== unit && supportUnits.includes(unit),
    );
    return page(`${UNIT_SECTION}${unit}`, unit, unitBlocks({ unit, lead, support }, session, input));
  });
  const unassigned = options.unit === undefined ? toDo.filter(({ leadUnit }) => leadUnit === null) : [];
  return plainDraft(
    {
      title: words.title,
      layout: "portrait",
      sections:
        unassigned.length === 0
          ? ofUnits
          : [...ofUnits, page("noUnit", messages.minutes.noLeadUnit, unassignedBlocks(unassigned, input))],
      none: words.none,
    },
    input,
  );
}

const UNIT_SECTION = "unit:";

/** The unit whose page a section is; null of one that is no unit's. */
export function unitOfSection(key: string): string | null {
  return key.startsWith(UNIT_SECTION) ? key.slice(UNIT_SECTION.length) : null;
}

function page(key: string, title: string, blocks: readonly DocumentBlock[]): DocumentSection {
  return { key, title, number: null, blocks, beginsPage: true };
}

function unitBlocks(
  { unit, lead, support }: UnitMatters,
  session: string,
  { options, messages }: DraftInput,
): DocumentBlock[] {
  const words = messages.documents.assignments;
  const { minutes } = messages;
  const key = `${UNIT_SECTION}${unit}`;
  const supportCount = String(support.length);
  const line = (name: "assignedBy" | "receivedBy" | "assignedOn" | "receivedOn", ...texts: string[]) => ({
    key: `${key}/${name}`,
    label: minutes.label(words[name]),
    runs: texts.map((text) => ({ text })),
  });
  const supportIntro =
    lead.length === 0 ? words.supportOnlyIntro(session, supportCount) : words.supportIntro(supportCount);
  return [
    heading(`${key}/name`, 1, null, unit),
    ...(lead.length === 0
      ? []
      : [
          paragraph(`${key}/leadIntro`, words.intro(session, String(lead.length))),
          matterTable(`${key}/lead`, lead, "supportUnits", options, messages),
        ]),
    ...(support.length === 0
      ? []
      : [
          paragraph(`${key}/supportIntro`, supportIntro),
          matterTable(`${key}/support`, support, "leadUnit", options, messages),
        ]),
    {
      kind: "signature",
      lines: [
        line("assignedBy"),
        line("receivedBy"),
        line("assignedOn", words.dateToWrite),
        line("receivedOn", words.dateToWrite),
      ],
    },
  ];
}

/** What no unit has the lead of: each says so where it is listed as missing. */
function unassignedBlocks(unassigned: readonly Matter[], { options, messages }: DraftInput): DocumentBlock[] {
  const { minutes, documents } = messages;
  const [first] = unassigned;
  const { leadUnit } = documents.lists.columns;
  const missing =
    first === undefined
      ? { label: leadUnit, fill: { at: "roster" } as const }
      : missingOfMatter(first, leadUnit, minutes);
  return [
    heading("noUnit/name", 1, null, knownOrMissing(null, missing, minutes)),
    paragraph("noUnit/intro", documents.assignments.unassigned),
    matterTable("noUnit", unassigned, "supportUnits", options, messages),
  ];
}
