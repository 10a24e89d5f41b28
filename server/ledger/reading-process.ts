import { buffer } from "node:stream/consumers";
import { readLedgerFile } from "./read-ledger-file.ts";

// The process `readLedger` starts; see `ReadingProcess`.
process.stdout.write("\n");
const result = await readLedgerFile(await buffer(process.stdin));
process.stdout.write(JSON.stringify(result));
