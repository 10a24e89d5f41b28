import type { PersonRecord } from "../../domain/people/records.ts";
import type { AllMessages } from "../../messages/zh-CN.ts";
import type { Matter } from "../disclosed/matters.ts";
import type { AnsweredQuestion } from "../disclosed/questions.ts";
import { knownOrMissing, type Missing } from "../missing.ts";
import type { DocumentRun } from "../model.ts";
import { dateText } from "../moment.ts";
import type { DocumentOptions } from "../options.ts";
import type { MinutesWords } from "../runs.ts";
import { missingAbout, missingOf } from "./missing-of.ts";
import { outcomeText } from "./outcome-text.ts";
import type { TextCell } from "./text-table.ts";

/** The words of tables of matters. */
export type MatterWords = Pick<AllMessages, "documents" | "followups" | "minutes">;

/** Something that is missing of a matter: in the ledger once it has a row there. */
export function missingOfMatter({ row, asked, text }: Matter, what: string, words: MinutesWords): Missing {
  return row === null
    ? missingOf(asked.question, what, words)
    : missingAbout(text, what, { at: "ledger", id: row.followupId }, words);
}

/** The units that asked, each once; one that hides its name hides its unit. */
export function askerUnitsCell(
  { question, askers }: AnsweredQuestion,
  { documents, minutes }: MatterWords,
): TextCell {
  const named = namedAskers(askers);
  if (named.length === 0) return documents.lists.hiddenUnit;
  const units = [...new Set(named.flatMap((asker) => asker?.unit.trim() || []))];
  const missing = missingOf(question, documents.lists.columns.askerUnits, minutes);
  return units.length === 0 ? knownOrMissing(null, missing, minutes) : units.join(minutes.nameSeparator);
}

/** Everybody who asked, those without name as one at the end. */
export function askersCell(
  { question, askers }: AnsweredQuestion,
  { documents, minutes }: MatterWords,
): TextCell {
  const named = namedAskers(askers);
  if (named.length === 0) return minutes.anonymousAsker;
  const hidden = (askers ?? []).length - named.length;
  const names = named.flatMap((asker) => asker?.name.trim() || []);
  const missing = missingOf(question, documents.lists.columns.askers, minutes);
  if (names.length === 0) return knownOrMissing(null, missing, minutes);
  return [...names, ...(hidden === 0 ? [] : [minutes.anonymousAskers(String(hidden))])].join(
    minutes.nameSeparator,
  );
}

function namedAskers(askers: AnsweredQuestion["askers"]): (PersonRecord | undefined)[] {
  return (askers ?? []).flatMap((asker) => (asker === "hidden" ? [] : [asker]));
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

export function leadCell(matter: Matter, { documents, minutes }: MatterWords): DocumentRun {
  const missing = missingOfMatter(matter, documents.lists.columns.leadUnit, minutes);
  return knownOrMissing(matter.leadUnit, missing, minutes);
}

export function supportCell({ supportUnits }: Matter, { minutes }: MatterWords): string {
  return supportUnits.join(minutes.nameSeparator);
}

/** A date is missing where something is still to be done. */
export function dueCell(
  matter: Matter,
  options: DocumentOptions,
  { documents, minutes }: MatterWords,
): TextCell {
  const due = dateText(matter.dueAt, options, minutes);
  if (due !== null) return due;
  const missing = missingOfMatter(matter, documents.lists.columns.due, minutes);
  return matter.row?.status === "cleared" ? "" : knownOrMissing(null, missing, minutes);
}

export function numberCell({ row }: Matter): string {
  return row === null ? "" : String(row.number);
}

export function statusCell({ row, asked }: Matter, { followups, minutes }: MatterWords): string {
  if (row !== null) return followups.status[row.status];
  return outcomeText(asked.question, minutes);
}
