import type { Result } from "../../shared/domain/result.ts";
import { readTableFile } from "../tables/read-table-file.ts";
import { LEDGER_HEADING_WORDS } from "./heading-words.ts";
import { type LedgerTable, readLedgerTable } from "./ledger-table.ts";

/** Reads a returned ledger in this very process; `readLedger` does it in one of its own. */
export function readLedgerFile(file: Buffer): Promise<Result<LedgerTable>> {
  return readTableFile(file, { trade: "ledger", words: LEDGER_HEADING_WORDS, read: readLedgerTable });
}
