import { SOON_DAYS } from "../../domain/followups/lamp.ts";
import type { FollowupRecord } from "../../domain/followups/records.ts";
import { ledgerCells } from "../../domain/ledger/cells.ts";
import { LEDGER_FIELDS, type LedgerField } from "../../domain/ledger/fields.ts";
import { type DigestOf, originText } from "../../domain/ledger/origin.ts";
import { answeringUnitsIn } from "../../domain/people/standing.ts";
import type { AnyRecord } from "../../domain/records.ts";
import { SessionState } from "../../domain/state.ts";
import type { LedgerFileWords } from "../../messages/ledger/zh-CN.ts";
import { wantsWatermark } from "../watermark.ts";
import type { SheetColumn, SheetModel } from "./sheet-model.ts";

/** A session's ledger, as its records have it. */
export interface LedgerSource {
  /** Those of its followups, progress, people, questions' ratings and of itself, in any order. */
  readonly records: readonly AnyRecord[];
}

export interface LedgerSheetInput {
  readonly sources: readonly LedgerSource[];
  /** Rows that it leads or supports; all where it is null. */
  readonly unit: string | null;
  /** The ledgers of several sessions together, what is due first at the top. */
  readonly isOfClass: boolean;
  readonly words: LedgerFileWords;
  readonly digestOf: DigestOf;
  /** Who takes it and when; several ledgers together say so where one of those with rows in it asks for it. */
  readonly watermark?: string;
}

const WIDTHS: Readonly<Record<LedgerField, number>> = {
  number: 6,
  text: 30,
  askerUnits: 13,
  askers: 8,
  nature: 6,
  gist: 24,
  leadUnit: 12,
  supportUnits: 12,
  personInCharge: 8,
  leaderInCharge: 9,
  due: 11,
  progress: 26,
  status: 8,
  evidence: 18,
  opinion: 12,
};
const SESSION_WIDTH = 20;
const ORIGIN_WIDTH = 12;

/** The ledger as a sheet; its last column says where each row comes from, by which a returned file is compared. */
export function buildLedgerSheet(input: LedgerSheetInput): SheetModel {
  const { sources, unit, isOfClass, words, watermark } = input;
  const states = sources.map(({ records }) => SessionState.of(0, records));
  const ledgers = states.map((state) => ({ state, rows: rowsOf(state, input) }));
  const rows = ledgers.flatMap((ledger) => ledger.rows);
  const isMarked =
    !isOfClass || ledgers.some((ledger) => ledger.rows.length > 0 && wantsWatermark(ledger.state));
  if (isOfClass) rows.sort((one, other) => dueOf(one) - dueOf(other));
  const units = [...new Set(states.flatMap((state) => answeringUnitsIn(state)))];
  const titleOf = states[0]?.session()?.title ?? "";
  const lead = isOfClass ? 1 : 0;
  return {
    title: isOfClass
      ? words.classTitle
      : unit === null
        ? words.title(titleOf)
        : words.unitTitle(titleOf, unit),
    note: isOfClass ? words.classNote : words.howTo,
    sheetName: words.sheet,
    columns: [
      ...(isOfClass ? [{ heading: words.session, kind: "text", width: SESSION_WIDTH } as const] : []),
      ...LEDGER_FIELDS.map((field) => columnOf(field, units, words)),
      { heading: words.origin, kind: "text", width: ORIGIN_WIDTH, isHidden: true },
    ],
    rows: rows.map(({ cells }) => cells),
    heldColumns: 2 + lead,
    lamp: {
      dueColumn: LEDGER_FIELDS.indexOf("due") + lead,
      statusColumn: LEDGER_FIELDS.indexOf("status") + lead,
      overStatus: words.status.cleared,
      soonDays: SOON_DAYS,
    },
    choicesName: words.choices,
    pageLine: words.page,
    ...(isMarked && watermark !== undefined && { watermark }),
  };
}

interface LedgerRow {
  readonly row: FollowupRecord;
  readonly cells: readonly string[];
}

function rowsOf(state: SessionState, { unit, isOfClass, words, digestOf }: LedgerSheetInput): LedgerRow[] {
  const { sessionId = "", title = "" } = state.session() ?? {};
  return [...state.all("followup")]
    .filter((row) => unit === null || row.leadUnit === unit || row.supportUnits.includes(unit))
    .sort((one, other) => one.number - other.number)
    .map((row) => {
      const cells = ledgerCells(row, state, words);
      const shown = LEDGER_FIELDS.map((field) => cells[field]);
      return {
        row,
        cells: [...(isOfClass ? [title] : []), ...shown, originText(sessionId, cells, digestOf)],
      };
    });
}

/** What is cleared, and what has no date, comes last. */
function dueOf({ row: { status, dueAt } }: LedgerRow): number {
  if (status === "cleared") return Number.MAX_SAFE_INTEGER;
  return dueAt ?? Number.MAX_SAFE_INTEGER - 1;
}

function columnOf(field: LedgerField, units: readonly string[], words: LedgerFileWords): SheetColumn {
  const column = { heading: words.columns[field], kind: "text", width: WIDTHS[field] } as const;
  switch (field) {
    case "number":
      return { ...column, kind: "number" };
    case "due":
      return { ...column, kind: "date", dateHelp: words.dateHelp };
    case "status":
      return {
        ...column,
        choices: { values: Object.values(words.status), help: words.statusHelp, mayDiffer: false },
      };
    case "leadUnit":
      return units.length === 0
        ? column
        : { ...column, choices: { values: units, help: words.unitHelp, mayDiffer: false } };
    case "supportUnits":
      // Several may stand in one cell, which a list of choices does not know.
      return units.length === 0
        ? column
        : { ...column, choices: { values: units, help: words.unitHelp, mayDiffer: true } };
    default:
      return column;
  }
}
