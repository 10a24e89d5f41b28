import { renderXlsx } from "../../../server/documents/xlsx/render-xlsx.ts";
import { readLedgerFile } from "../../../server/ledger/read-ledger-file.ts";
import { textDigest } from "../../../server/text-digest.ts";
import { csvOf } from "../../../shared/documents/sheets/csv.ts";
import { buildLedgerSheet } from "../../../shared/documents/sheets/ledger-sheet.ts";
import type { SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import type { Actor } from "../../../shared/domain/actor.ts";
import { type LedgerPlan, NOTHING_DECIDED, planLedger } from "../../../shared/domain/ledger/plan.ts";
import type { LedgerDecisions } from "../../../shared/domain/ledger/row.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import { ledgerFile } from "../../../shared/messages/ledger/zh-CN.ts";
import { newId as randomId } from "../new-id.ts";
import { judged } from "../sample/judged.ts";

/** A session's ledger as it goes out. */
export function sheetOf(state: SessionState, unit: string | null = null): SheetModel {
  return buildLedgerSheet({
    sources: [{ records: [...state.everything()] }],
    unit,
    isOfClass: false,
    words: ledgerFile,
    digestOf: textDigest,
  });
}

export function xlsxOf(model: SheetModel): Promise<Buffer> {
  return renderXlsx(model);
}

export function csvFileOf({ columns, rows }: SheetModel): Buffer {
  return Buffer.from(csvOf([columns.map(({ heading }) => heading), ...rows]), "utf8");
}

interface Bringing {
  readonly actor?: Actor;
  readonly now?: number;
  readonly decisions?: LedgerDecisions;
  readonly newId?: () => string;
}

/** What importing a file would do. */
export async function planOf(
  file: Buffer,
  state: SessionState,
  { actor = { kind: "organiser" }, now = 0, decisions = NOTHING_DECIDED, newId = randomId }: Bringing = {},
): Promise<LedgerPlan> {
  const read = await readLedgerFile(file);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.refusal)}`);
  return planLedger(read.value.rows, {
    state,
    actor,
    by: "somebody",
    now,
    words: ledgerFile,
    digestOf: textDigest,
    newId,
    decisions,
  });
}

/** The session after a planned import. */
export function imported(
  plan: LedgerPlan,
  state: SessionState,
  { actor = { kind: "organiser" }, now = 0 }: Bringing = {},
): SessionState {
  if (plan.imported.length === 0) return state;
  const rows = [...plan.imported];
  const result = judged({ type: "ledger.import", importId: randomId(), rows }, state, { actor, now });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return apply(state, result.value, state.head + 1);
}

/** A plan in lines: number, result, reason or what is changed. */
export function linesOf({ rows }: LedgerPlan): string[] {
  return rows.map((row) => {
    const changes = row.changes.map(
      ({ field, to, isContested }) => `${field}${isContested ? "?" : ""}=${to}`,
    );
    const why = row.result === "conflict" || row.result === "refused" ? [row.reason] : [];
    const field = row.result === "refused" && row.field !== undefined ? [row.field] : [];
    return [row.number ?? "-", row.result, ...why, ...field, ...changes].join(" ");
  });
}
