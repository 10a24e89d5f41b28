import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const DEADLINE_MS = 120_000;

/** A line of words as printed, in points from the upper left of its page. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ReadPdf {
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly lines: readonly PrintedLine[];
    /** What stands in one stretch, in the same way. */
    readonly words: readonly PrintedLine[];
  }[];
  /** All there is above the page numbers, in the order it was set. */
  readonly text: string;
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  readonly info: string;
}

/** Whether poppler's tools are here. */
export async function hasPoppler(): Promise<boolean> {
  return run("pdftotext", ["-v"], { timeout: DEADLINE_MS }).then(
    () => true,
    () => false,
  );
}

/** A PDF as poppler reads it; page numbers stand below `footTop`, in points. */
export async function readPdf(bytes: Uint8Array, directory: string, footTop: number): Promise<ReadPdf> {
  const path = join(directory, "read.pdf");
  await writeFile(path, bytes);
  const tool = async (name: string, ...args: string[]) =>
    (await run(name, args, { timeout: DEADLINE_MS, maxBuffer: 64 * 1024 * 1024 })).stdout;
  const crop = ["-r", "72", "-x", "0", "-y", "0", "-W", "2000", "-H", String(Math.floor(footTop))];
  const [layout, text, fonts, info] = await Promise.all([
    tool("pdftotext", "-bbox-layout", path, "-"),
    tool("pdftotext", "-raw", ...crop, path, "-"),
    tool("pdffonts", path),
    tool("pdfinfo", path),
  ]);
  return { pages: pagesOf(layout), text, fonts: fontsOf(fonts), info };
}

function pagesOf(xml: string): ReadPdf["pages"] {
  return xml
    .split("<page ")
    .slice(1)
    .map((page) => ({
      width: attribute(page, "width"),
      height: attribute(page, "height"),
      lines: [...page.matchAll(/<line [^>]*>[\s\S]*?<\/line>/g)].map(([line]) =>
        placed(line, [...line.matchAll(WORD)].map(([, word]) => word).join(" ")),
      ),
      words: [...page.matchAll(WORD)].map(([word, text = ""]) => placed(word, text)),
    }));
}

const WORD = /<word [^>]*>([^<]*)<\/word>/g;

function placed(element: string, text: string): PrintedLine {
  return {
    text,
    left: attribute(element, "xMin"),
    right: attribute(element, "xMax"),
    top: attribute(element, "yMin"),
    bottom: attribute(element, "yMax"),
  };
}

function attribute(xml: string, name: string): number {
  return Number(new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1]);
}

/** Two lines of headings, then a name of its own, its kind in words, and whether it is embedded. */
function fontsOf(list: string): ReadPdf["fonts"] {
  return list
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => ({
      name: line.split(/\s/, 1)[0] ?? "",
      isEmbedded: / yes (?:yes|no) +(?:yes|no) +\d+ +\d+\s*$/.test(line),
    }));
}
