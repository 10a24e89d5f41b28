import type { PersonRecord } from "../../domain/people/records.ts";
import type { AllMessages } from "../../messages/zh-CN.ts";
import type { Matter } from "../disclosed/matters.ts";
import type { AnsweredQuestion } from "../disclosed/questions.ts";
import type { DocumentRun } from "../model.ts";
import { dateText } from "../moment.ts";
import type { DocumentOptions } from "../options.ts";
import { knownOrMissing } from "../runs.ts";
import { outcomeText } from "./outcome-text.ts";
import type { TextCell } from "./text-table.ts";

/** The words of tables of matters. */
export type MatterWords = Pick<AllMessages, "documents" | "followups" | "minutes">;

/** The units that asked, each once; one that hides its name hides its unit. */
export function askerUnitsCell({ askers }: AnsweredQuestion, { documents, minutes }: MatterWords): TextCell {
  const named = namedAskers(askers);
  if (named.length === 0) return documents.lists.hiddenUnit;
  const units = [...new Set(named.flatMap((asker) => asker?.unit.trim() || []))];
  return units.length === 0 ? knownOrMissing(null, minutes) : units.join(minutes.nameSeparator);
}

/** Everybody who asked, those without name as one at the end. */
export function askersCell({ askers }: AnsweredQuestion, { minutes }: MatterWords): TextCell {
  const named = namedAskers(askers);
  if (named.length === 0) return minutes.anonymousAsker;
  const hidden = askers.length - named.length;
  const names = named.flatMap((asker) => asker?.name.trim() || []);
  if (names.length === 0) return knownOrMissing(null, minutes);
  return [...names, ...(hidden === 0 ? [] : [minutes.anonymousAskers(String(hidden))])].join(
    minutes.nameSeparator,
  );
}

function namedAskers(askers: AnsweredQuestion["askers"]): (PersonRecord | undefined)[] {
  return askers.flatMap((asker) => (asker === "hidden" ? [] : [asker]));
}

/** As long as an answer in a table may be; the minutes have all of it. */
const CELL_ANSWER_MAX_CHARS = 200;

/** The gist the ledger has, or what each unit answered. */
export function gistCell({ gist }: Matter, { minutes, documents }: MatterWords): string {
  return gist
    .map(({ unit, text }) => {
      if (unit === null) return text;
      const characters = Array.from(text);
      const isLong = characters.length > CELL_ANSWER_MAX_CHARS;
      const shown = characters.slice(0, CELL_ANSWER_MAX_CHARS).join("");
      return minutes.label(unit) + (isLong ? documents.lists.shortened(shown) : text);
    })
    .join("\n");
}

export function leadCell({ leadUnit }: Matter, { minutes }: MatterWords): DocumentRun {
  return knownOrMissing(leadUnit, minutes);
}

export function supportCell({ supportUnits }: Matter, { minutes }: MatterWords): string {
  return supportUnits.join(minutes.nameSeparator);
}

/** A date is missing where something is still to be done. */
export function dueCell(
  { dueAt, row }: Matter,
  options: DocumentOptions,
  { minutes }: MatterWords,
): TextCell {
  const due = dateText(dueAt, options, minutes);
  return due ?? (row?.status === "cleared" ? "" : knownOrMissing(null, minutes));
}

export function numberCell({ row }: Matter): string {
  return row === null ? "" : String(row.number);
}

export function statusCell({ row, asked }: Matter, { followups, minutes }: MatterWords): string {
  if (row !== null) return followups.status[row.status];
  return outcomeText(asked.question, minutes);
}
