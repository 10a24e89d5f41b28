import { COMPARED_FIELDS, type ComparedField, type LedgerCells } from "./fields.ts";
import { tidyLedgerText } from "./text.ts";

/** Tells texts apart in a few characters. */
export type DigestOf = (text: string) => string;

/**
 * Where a row of a file comes from: its session, its number, and what stood in its cells as digests. It stands in the last
 * column and moves with its row, however rows are sorted, copied and deleted, in a .csv too.
 */
export interface RowOrigin {
  readonly sessionId: string;
  readonly number: number;
  readonly digests: Readonly<Record<ComparedField, string>>;
}

/** Another way of comparing is another mark. */
const MARK = "YT1";
const SEPARATOR = ".";

export function originText(sessionId: string, cells: LedgerCells, digestOf: DigestOf): string {
  const digests = COMPARED_FIELDS.map((field) => digestOf(tidyLedgerText(cells[field])));
  return [MARK, sessionId, cells.number, ...digests].join(SEPARATOR);
}

/** Null for what is no origin, as where somebody wrote into its cell. */
export function readOrigin(text: string): RowOrigin | null {
  const [mark, sessionId = "", number = "", ...digests] = text.trim().split(SEPARATOR);
  if (mark !== MARK || digests.length !== COMPARED_FIELDS.length || !/^[1-9]\d{0,6}$/.test(number))
    return null;
  const byField = COMPARED_FIELDS.map((field, index) => [field, digests[index] ?? ""] as const);
  return {
    sessionId,
    number: Number(number),
    digests: Object.fromEntries(byField) as Record<ComparedField, string>,
  };
}
