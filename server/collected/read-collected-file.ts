import type { Result } from "../../shared/domain/result.ts";
import { readTableFile } from "../tables/read-table-file.ts";
import { type CollectedTable, readCollectedTable } from "./collected-table.ts";
import { COLLECTED_HEADINGS } from "./heading-words.ts";

/** Reads a list of questions in this very process; `readCollected` does it in one of its own. */
export function readCollectedFile(file: Buffer): Promise<Result<CollectedTable>> {
  return readTableFile(file, { trade: "list", words: COLLECTED_HEADINGS, read: readCollectedTable });
}
