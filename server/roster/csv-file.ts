import { type CsvError, type Options, parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { ReadingRefusal } from "./reading-refusal.ts";
import { GridBuilder, type SheetGrid } from "./sheet-grid.ts";

const DELIMITERS = [",", "\t", ";", "，", "；"];
const SNIFFED_LINES = 50;
const RECORD_MAX_CHARS = 100_000;

/** Reads comma, tab or semicolon separated text in any encoding offices use. Records count as rows. */
export function readCsv(file: Buffer): SheetGrid {
  const text = decodeText(file);
  if (hasEndlessLine(text)) throw new ReadingRefusal("roster_too_large", { lineMaxChars: RECORD_MAX_CHARS });
  const options: Options = {
    delimiter: sniffDelimiter(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: RECORD_MAX_CHARS,
  };
  try {
    return readRecords(text, options);
  } catch (error) {
    if (!isQuoteError(error)) throw error;
    // A quotation mark somebody typed and never closed is text.
    return readRecords(text, { ...options, quote: null });
  }
}

/** A line no person fills; two million columns would keep the parser busy for as long as it is let. */
function hasEndlessLine(text: string): boolean {
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
    if (end - start > RECORD_MAX_CHARS) return true;
    start = end + 1;
  }
  return text.length - start > RECORD_MAX_CHARS;
}

function readRecords(text: string, options: Options): SheetGrid {
  const grid = new GridBuilder(null);
  parse(text, {
    ...options,
    on_record: (record: string[], { records, empty_lines }) => {
      // Blank lines are passed over quickly and still count, so that rows are numbered as the file shows them.
      grid.addRow(records + empty_lines, record);
      return null;
    },
  });
  return grid.finish(false, []);
}

function isQuoteError(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? (error as CsvError).code : null;
  return code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE";
}

/**
 * UTF-16 by its mark, UTF-8 where the bytes are valid as such, else GB18030, which holds GBK and GB2312: Excel and
 * WPS on a Chinese Windows write no other.
 */
function decodeText(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return iconv.decode(file, "utf-16le");
  if (file[0] === 0xfe && file[1] === 0xff) return iconv.decode(file, "utf-16be");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return iconv.decode(file, "gb18030");
  }
}

/** The delimiter that occurs most in the first lines, outside quotation marks. */
function sniffDelimiter(text: string): string {
  const lines = text.split(/\r?\n/, SNIFFED_LINES).map((line) => line.replace(/"[^"]*"/g, ""));
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
