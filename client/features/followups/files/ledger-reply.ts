import type { PlannedLedgerRow } from "../../../../shared/domain/ledger/planned-row.ts";
import type { LedgerDecisions } from "../../../../shared/domain/ledger/row.ts";
import type { SheetReport } from "../../importing/sheet-remarks.tsx";

interface LedgerSheet extends SheetReport {
  readonly ledgerRows?: number;
}

/** The answer to `PUT …/ledger`: what an import did, or on a dry run would do. */
export interface LedgerReply {
  readonly importId: string;
  readonly rows: readonly PlannedLedgerRow[];
  readonly absent: readonly number[];
  readonly sheets: readonly LedgerSheet[];
}

/** Whose cells hold, by the number of a row that both changed; what is not in it is not decided. */
export type Choices = ReadonlyMap<number, "file" | "here">;

export type ConflictRow = Extract<PlannedLedgerRow, { result: "conflict" }>;

/** The rows that somebody has to decide on. */
export function conflictsIn({ rows }: LedgerReply): ConflictRow[] {
  return rows.filter((row) => row.result === "conflict");
}

/** How many rows would be others, as it is decided now. */
export function takenCount({ rows }: LedgerReply, choices: Choices): number {
  return rows.filter(
    (row) => row.result === "changed" || (row.result === "conflict" && takesSomething(row, choices)),
  ).length;
}

/** As the call takes them. */
export function sentDecisions(reply: LedgerReply, choices: Choices): LedgerDecisions {
  return {
    rows: conflictsIn(reply).flatMap(({ number, rev }) => {
      const take = number === null ? undefined : choices.get(number);
      return number === null || take === undefined ? [] : [{ number, rev, take }];
    }),
  };
}

/** `choices` with all conflicts decided alike. */
export function allDecided(reply: LedgerReply, take: "file" | "here"): Choices {
  return new Map(
    conflictsIn(reply).flatMap(({ number }) => (number === null ? [] : [[number, take] as const])),
  );
}

function takesSomething({ number, changes }: ConflictRow, choices: Choices): boolean {
  const isFile = number !== null && choices.get(number) === "file";
  return isFile || changes.some(({ isContested }) => !isContested);
}
