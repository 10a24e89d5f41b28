import { wordKey } from "../../shared/domain/roster/text.ts";

/** What a heading says its column holds; of two columns for one field the one of the lower rank is taken. */
export interface NamedField<F extends string> {
  readonly field: F;
  readonly rank: number;
}

/** The words by which the tables of one trade are known. */
export interface HeadingWords<F extends string> {
  /** The field of a column by its heading, and where that leaves it open by the cells below; null for a heading of no field. */
  fieldOf(text: string, below: () => readonly string[]): NamedField<F> | null;
  /** Whether a text is a heading of this trade, be it of no single field. */
  isHeading(text: string): boolean;
  /** Whether it names two fields in one column, which cannot be taken apart safely. */
  isCombined(text: string): boolean;
  /** Whose cells say what a row is about; its heading once more begins a table beside the first. */
  readonly subject: F;
}

/** Of two columns for one field, words stand before what only looks like one. */
export const PATTERN_RANK = 50;
/** No heading is as long. */
const HEADING_MAX_CHARS = 200;

/** `姓 名（必填）*：` → `姓名(必填)`; empty for what is too long to be a heading. */
export function headingKey(text: string): string {
  return text.length > HEADING_MAX_CHARS ? "" : wordKey(text).replace(/[*※:]/gu, "");
}

/** A key without what stands in brackets. */
export function withoutBrackets(key: string): string {
  return key.replace(/\([^)]*\)/gu, "");
}
