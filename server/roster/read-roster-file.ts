import type { Result } from "../../shared/domain/result.ts";
import { readTableFile } from "../tables/read-table-file.ts";
import { ROSTER_HEADINGS } from "./heading-words.ts";
import { type RosterTable, readRosterTable } from "./roster-table.ts";

/** Reads a roster in this very process; `readRoster` does it in one of its own. */
export function readRosterFile(file: Buffer): Promise<Result<RosterTable>> {
  return readTableFile(file, { trade: "roster", words: ROSTER_HEADINGS, read: readRosterTable });
}
