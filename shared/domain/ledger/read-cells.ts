import { STATUS_WORDS } from "../../messages/ledger/vocabulary.ts";
import type { LedgerFileWords } from "../../messages/ledger/zh-CN.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { FindUnit } from "../collected/unit.ts";
import type { FollowupRecord } from "../followups/records.ts";
import { isFormulaError, isReadable } from "../roster/draft.ts";
import { tidyName, wordKey } from "../roster/text.ts";
import { type Calendar, readDay } from "./day.ts";
import type { ChangedField, LedgerField } from "./fields.ts";
import type { LedgerNote, PlannedLedgerRow } from "./planned-row.ts";
import { tidyLedgerText } from "./text.ts";

/** What is wrong with a row, and where. */
export type LedgerFault = Pick<
  Extract<PlannedLedgerRow, { result: "refused" }>,
  "reason" | "field" | "other" | "chars" | "maxChars"
>;

/** A cell as it would stand here. */
export type ReadCell =
  | { readonly ok: true; readonly text: string; readonly note?: LedgerNote }
  | { readonly ok: false; readonly fault: LedgerFault };

export interface CellReading {
  readonly words: LedgerFileWords;
  readonly findUnit: FindUnit;
  readonly calendar: Calendar;
  readonly row: FollowupRecord;
}

const MAX_CHARS: Partial<Record<LedgerField, number>> = {
  text: LIMITS.followUpTextMaxChars,
  gist: LIMITS.followUpGistMaxChars,
  personInCharge: LIMITS.nameMaxChars,
  leaderInCharge: LIMITS.nameMaxChars,
  evidence: LIMITS.evidenceMaxChars,
  progress: LIMITS.progressMaxChars,
  opinion: LIMITS.reasonMaxChars,
};
const UNIT_SEPARATORS = /[、,，;；\n]/u;

const STATUS_OF_WORD: ReadonlyMap<string, FollowupRecord["status"]> = new Map(
  (Object.entries(STATUS_WORDS) as [FollowupRecord["status"], readonly string[]][]).flatMap(
    ([status, words]) => words.map((word) => [wordKey(word), status] as const),
  ),
);

/** A cell of a column that can be changed, in the words in which it would be written here. */
export function readCell(field: ChangedField, written: string, reading: CellReading): ReadCell {
  const text = tidyLedgerText(written);
  const fault = faultOf(field, text);
  if (fault !== null) return { ok: false, fault };
  switch (field) {
    case "due":
      return readDue(text, reading);
    case "status":
      return readStatus(text, reading);
    case "leadUnit":
      return readUnits(field, text === "" ? [] : [text], reading);
    case "supportUnits":
      return readUnits(
        field,
        text.split(UNIT_SEPARATORS).filter((unit) => unit.trim() !== ""),
        reading,
      );
    case "text":
      return text === "" ? wrong({ reason: "text_missing", field }) : { ok: true, text };
    case "personInCharge":
    case "leaderInCharge":
      return { ok: true, text: text.replace(/\s+/gu, " ") };
    default:
      return { ok: true, text };
  }
}

/** What makes a text of any column one that cannot be stored. */
export function faultOf(field: LedgerField, text: string): LedgerFault | null {
  if (isFormulaError(text)) return { reason: "formula_error", field };
  if (!isReadable(text)) return { reason: "text_unreadable", field };
  const maxChars = MAX_CHARS[field];
  if (maxChars === undefined || text.length <= maxChars) return null;
  return { reason: "too_long", field, chars: text.length, maxChars };
}

/** The state that a word says; null for none. */
export function statusOf(word: string): FollowupRecord["status"] | null {
  return STATUS_OF_WORD.get(wordKey(word)) ?? null;
}

function readDue(text: string, { calendar, row }: CellReading): ReadCell {
  if (text === "") return { ok: true, text };
  const read = readDay(text, calendar, row.openedAt);
  if (read === null) return wrong({ reason: "date_unreadable", field: "due" });
  return { ok: true, text: read.day, ...(read.isGuessed && { note: "year_guessed" }) };
}

/** A state that was wiped out says nothing. */
function readStatus(text: string, { words, row }: CellReading): ReadCell {
  const status = text === "" ? row.status : statusOf(text);
  if (status === null) return wrong({ reason: "status_unknown", field: "status" });
  return { ok: true, text: words.status[status] };
}

/** What stands in the row already stays so, also where the roster no longer has it. */
function readUnits(
  field: "leadUnit" | "supportUnits",
  written: readonly string[],
  { words, findUnit, row }: CellReading,
): ReadCell {
  const here = [...(row.leadUnit === null ? [] : [row.leadUnit]), ...row.supportUnits];
  const units: string[] = [];
  let isGuessed = false;
  for (const one of written) {
    const name = tidyName(one);
    const found = here.includes(name) ? { unit: name, note: null } : findUnit(name);
    if (found.unit === null || found.note === "units_several")
      return wrong({ reason: "unit_unknown", field });
    if (found.note === "unit_guessed") isGuessed = true;
    if (!units.includes(found.unit)) units.push(found.unit);
  }
  if (units.length > LIMITS.supportUnitsMax) return wrong({ reason: "too_many_units", field });
  return { ok: true, text: units.join(words.separator), ...(isGuessed && { note: "unit_guessed" }) };
}

function wrong(fault: LedgerFault): ReadCell {
  return { ok: false, fault };
}
