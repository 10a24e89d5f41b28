import { type CsvError, type Options, parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import type { HeadingWords } from "./heading-words.ts";
import { fieldCount, findHeadings } from "./headings.ts";
import { fillMerges } from "./merged-cells.ts";
import { ReadingRefusal } from "./reading-refusal.ts";
import { GridBuilder, type SheetGrid } from "./sheet-grid.ts";

/** What programs part cells with. A full-width comma or semicolon is mostly typed inside a cell; only people part cells with it. */
const DELIMITERS = [",", "\t", ";", "|"] as const;
const TYPED_DELIMITERS = ["，", "；"] as const;
const SNIFFED_CHARS = 32 * 1024;
/** In UTF-8 with a few damaged bytes there are many more characters that can be read. */
const READ_MIN_RATIO = 4;
const RECORD_MAX_CHARS = 100_000;

/** Reads comma, tab, semicolon or bar separated text in any encoding offices use. Records count as rows. */
export function readCsv(file: Buffer, words: HeadingWords<string>): SheetGrid {
  const text = decodeText(file);
  if (hasEndlessLine(text)) throw new ReadingRefusal("too_large", { lineMaxChars: RECORD_MAX_CHARS });
  return readDelimited(text, likeliestDelimiter(text, words));
}

function readDelimited(text: string, delimiter: string): SheetGrid {
  const options: Options = {
    delimiter,
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
 * UTF-16 or UTF-8 by their marks; without one UTF-8 where nearly all bytes are valid as such, else GB18030, which holds GBK
 * and GB2312: Excel and WPS on a Chinese Windows write no other. A damaged byte is a character that cannot be read, and
 * the row says so.
 */
function decodeText(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return iconv.decode(file, "utf-16le");
  if (file[0] === 0xfe && file[1] === 0xff) return iconv.decode(file, "utf-16be");
  const text = new TextDecoder("utf-8").decode(file);
  const isMarked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  return isMarked || isMostlyRead(text) ? text : iconv.decode(file, "gb18030");
}

/** Text in GBK read as UTF-8 has more characters that cannot be read than others beyond ASCII. */
function isMostlyRead(text: string): boolean {
  const unread = text.match(/\uFFFD/gu)?.length ?? 0;
  return unread === 0 || (text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0) > READ_MIN_RATIO * unread;
}

/**
 * The delimiter under which the headings name most fields, and of those that name as many the one that parts most of the
 * first records.
 */
function likeliestDelimiter(text: string, words: HeadingWords<string>): string {
  const end = text.lastIndexOf("\n", SNIFFED_CHARS);
  const beginning = end === -1 ? text.slice(0, SNIFFED_CHARS) : text.slice(0, end);
  const programs = best(DELIMITERS.map((delimiter) => weighed(beginning, delimiter, words)));
  if (programs.fields > 0) return programs.delimiter;
  const typed = best(TYPED_DELIMITERS.map((delimiter) => weighed(beginning, delimiter, words)));
  return typed.fields > 0 ? typed.delimiter : programs.delimiter;
}

interface Weighed {
  readonly delimiter: string;
  /** How many fields the headings name under it; 0 where it finds none. */
  readonly fields: number;
  /** How many of the first records it parts. */
  readonly parted: number;
}

function weighed(text: string, delimiter: string, words: HeadingWords<string>): Weighed {
  try {
    const rows = fillMerges(readDelimited(text, delimiter));
    const headings = findHeadings(rows, words);
    const parted = rows.filter(({ cells }) => cells.length > 1).length;
    return { delimiter, fields: headings === null ? 0 : fieldCount(headings), parted };
  } catch {
    // Under the right one it is told why.
    return { delimiter, fields: 0, parted: 0 };
  }
}

function best(all: readonly Weighed[]): Weighed {
  return all.reduce((first, next) =>
    (next.fields - first.fields || next.parted - first.parted) > 0 ? next : first,
  );
}
