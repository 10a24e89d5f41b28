import { done, type Result, refuse } from "../../shared/domain/result.ts";
import { type FileFormat, formatOf } from "./file-format.ts";
import { ReadingRefusal } from "./reading-refusal.ts";
import { type RosterTable, readRosterTable } from "./roster-table.ts";

/**
 * Reads a roster in this very process; `readRoster` does it in one of its own, which untrusted files need. Whatever
 * a reader throws at a damaged file is `roster_unreadable`.
 */
export async function readRosterFile(file: Buffer): Promise<Result<RosterTable>> {
  const format = formatOf(file);
  try {
    return done(readRosterTable(await readGrids(file, format)));
  } catch (error) {
    if (error instanceof ReadingRefusal) return refuse(error.code, error.details);
    return refuse("roster_unreadable", { format });
  }
}

/** Loads only the readers of the format at hand: the process that reads lives for one file. */
async function readGrids(file: Buffer, format: FileFormat) {
  switch (format) {
    case "zip":
      return await (await import("./xlsx-workbook.ts")).readWorkbook(file);
    case "text":
      return [(await import("./csv-file.ts")).readCsv(file)];
    case "encrypted":
      throw new ReadingRefusal("roster_encrypted");
    default:
      throw new ReadingRefusal("roster_unreadable", { format });
  }
}
