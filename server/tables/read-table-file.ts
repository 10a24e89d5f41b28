import { done, type Result, refuse } from "../../shared/domain/result.ts";
import { type FileFormat, formatOf } from "./file-format.ts";
import type { HeadingWords } from "./heading-words.ts";
import { ReadingRefusal, type TableTrade } from "./reading-refusal.ts";
import type { SheetGrid } from "./sheet-grid.ts";

/** How the tables of one trade are read. */
export interface TableReader<F extends string, T> {
  readonly trade: TableTrade;
  readonly words: HeadingWords<F>;
  /** Throws `ReadingRefusal` where the sheets hold no such table. */
  readonly read: (grids: readonly SheetGrid[]) => T;
}

/**
 * Reads a file in this very process; `readInProcess` does it in one of its own, which untrusted files need. Whatever
 * a reader throws at a damaged file is `…_unreadable`.
 */
export async function readTableFile<F extends string, T>(
  file: Buffer,
  { trade, words, read }: TableReader<F, T>,
): Promise<Result<T>> {
  const format = formatOf(file);
  try {
    return done(read(await readGrids(file, format, words)));
  } catch (error) {
    if (error instanceof ReadingRefusal) return refuse(`${trade}_${error.fault}`, error.details);
    return refuse(`${trade}_unreadable`, { format });
  }
}

/** Loads only the readers of the format at hand: the process that reads lives for one file. */
async function readGrids(file: Buffer, format: FileFormat, words: HeadingWords<string>) {
  switch (format) {
    case "zip":
      return await (await import("./xlsx-workbook.ts")).readWorkbook(file);
    case "text":
      return [(await import("./csv-file.ts")).readCsv(file, words)];
    case "encrypted":
      throw new ReadingRefusal("encrypted");
    default:
      throw new ReadingRefusal("unreadable", { format });
  }
}
