import type { RosterPerson } from "../../protocol/commands/people.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { isStorable } from "../../protocol/text.ts";
import { readName } from "./names.ts";
import type { ReadingNote, RosterField, RosterRow } from "./row.ts";
import { isBlankWord, nameKey, tidyCell, tidyName, tidyPost, wordKey } from "./text.ts";
import { readDuties, readSide } from "./words.ts";

/** Why a row cannot be imported; `shared/messages` has a sentence for each. */
export type RowReason =
  | "name_missing"
  | "name_several"
  | "unit_missing"
  | "name_too_long"
  | "unit_too_long"
  | "post_too_long"
  | "group_too_long"
  | "seat_too_long"
  | "text_unreadable"
  | "formula_error"
  | "side_unknown"
  | "duplicate_row"
  | "person_ambiguous"
  | "rename_outdated";

/** What is imported and yet worth a look. */
export type RowNote =
  | ReadingNote
  | "name_remark"
  | "name_spaced"
  | "side_inferred"
  | "order_ignored"
  | "duty_ignored"
  | "seat_like_date"
  | "matched_by_name"
  | "group_without_room";

export interface RowFault {
  readonly reason: RowReason;
  /** The field at fault, where there is one. */
  readonly field?: RosterField;
}

/** A row understood by itself. `undefined` is a column the source does not have, `null` a cell left blank. */
export interface RowDraft {
  readonly source: RosterRow;
  readonly name: string;
  readonly unit: string;
  readonly post: string | null | undefined;
  readonly side: RosterPerson["side"] | null | undefined;
  readonly duties: RosterPerson["duties"] | undefined;
  readonly group: string | null | undefined;
  readonly seat: string | null | undefined;
  readonly notes: readonly RowNote[];
}

const FORMULA_ERROR = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/u;
const REPLACEMENT_CHARACTER = "\uFFFD";
/** Days since 1900 from 2000 to 2099: what a spreadsheet makes of a seat written 3-12. */
const DATE_SERIAL = { min: 36526, max: 73050 };

export const TEXT_FIELDS = ["name", "unit", "post", "group", "seat"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
const TIDY = { unit: tidyName, post: tidyPost, group: tidyCell, seat: tidyCell } as const;
const MAX_CHARS: Readonly<Record<TextField, number>> = {
  name: LIMITS.nameMaxChars,
  unit: LIMITS.unitMaxChars,
  post: LIMITS.postMaxChars,
  group: LIMITS.groupMaxChars,
  seat: LIMITS.seatMaxChars,
};

/** Understands one row, or names its first fault in the order of the fields. */
export function draftRow(source: RosterRow): RowDraft | RowFault {
  const read = readName(source.cells.name ?? "");
  if (read === "several") return { reason: "name_several", field: "name" };
  const texts: Partial<Record<TextField, string | null>> = {};
  for (const field of TEXT_FIELDS) {
    const cell = source.cells[field];
    if (cell === undefined) continue;
    const text = field === "name" ? judged(field, read.name) : readText(field, cell);
    if (isFault(text)) return text;
    texts[field] = text;
  }
  const { name, unit } = texts;
  if (name == null) return { reason: "name_missing", field: "name" };
  if (unit == null) return { reason: "unit_missing", field: "unit" };

  const notes: RowNote[] = [...source.notes, ...read.notes];
  const side = readSide(source.cells.side);
  if (side === "unknown") return { reason: "side_unknown", field: "side" };
  const duties = readDuties(source.cells.duties);
  if (duties.ignored) notes.push("duty_ignored");
  const { post, group, seat } = texts;
  if (typeof seat === "string" && isDateSerial(seat)) notes.push("seat_like_date");
  return {
    source,
    name,
    unit,
    post,
    side: side.side,
    duties: mergedDuties(duties.duties, side.duties),
    group,
    seat,
    notes,
  };
}

/** A text of one field as it is stored, null where it says nothing, or why it cannot be. */
export function readText(field: TextField, cell: string): string | null | RowFault {
  if (field !== "name") return judged(field, TIDY[field](cell));
  const read = readName(cell);
  return read === "several" ? { reason: "name_several", field } : judged(field, read.name);
}

export function isFault(text: string | null | RowFault): text is RowFault {
  return typeof text === "object" && text !== null;
}

function judged(field: TextField, text: string): string | null | RowFault {
  const reason = faultOf(field, text);
  if (reason !== null) return { reason, field };
  return isBlankWord(text) ? null : text;
}

function faultOf(field: TextField, text: string): RowReason | null {
  if (text === "" || isBlankWord(text)) {
    return field === "name" || field === "unit" ? `${field}_missing` : null;
  }
  if (isFormulaError(text)) return "formula_error";
  if (text.length > MAX_CHARS[field]) return `${field}_too_long`;
  return isReadable(text) ? null : "text_unreadable";
}

/** Whether a cell holds what a formula that failed leaves. */
export function isFormulaError(text: string): boolean {
  return FORMULA_ERROR.test(text);
}

/** Whether a text can be stored and every character of it was read. */
export function isReadable(text: string): boolean {
  return isStorable(text) && !text.includes(REPLACEMENT_CHARACTER);
}

function isDateSerial(text: string): boolean {
  return /^\d{5}$/.test(text) && Number(text) >= DATE_SERIAL.min && Number(text) <= DATE_SERIAL.max;
}

function mergedDuties(
  own: RosterPerson["duties"] | undefined,
  fromSide: RosterPerson["duties"],
): RosterPerson["duties"] | undefined {
  if (fromSide.length === 0) return own;
  return [...new Set([...(own ?? []), ...fromSide])];
}

/** The key of a name in a unit. */
export function placeKey(person: { readonly name: string; readonly unit: string }): string {
  return `${nameKey(person.name)}\n${nameKey(person.unit)}`;
}

/** The key of a post; a missing one is empty. */
export function postKey(person: { readonly post?: string | null | undefined }): string {
  return wordKey(person.post ?? "");
}
