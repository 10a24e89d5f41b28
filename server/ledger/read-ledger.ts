import type { Result } from "../../shared/domain/result.ts";
import { type ReadingLimits, readInProcess } from "../tables/read-in-process.ts";
import type { LedgerTable } from "./ledger-table.ts";

const EXTENSION = import.meta.url.endsWith(".ts") ? "ts" : "js";
const READING = {
  trade: "ledger",
  script: new URL(`./reading-process.${EXTENSION}`, import.meta.url),
} as const;

/** Reads an uploaded ledger, see `readInProcess`; refused with a `ledger_…` code. */
export function readLedger(file: Buffer, limits?: ReadingLimits): Promise<Result<LedgerTable>> {
  return readInProcess<LedgerTable>(file, READING, limits);
}
