import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const DEADLINE_MS = 120_000;
const PYTHON = "/usr/bin/python3";

/** What openpyxl makes of the first sheet of a workbook. */
const READ = `
import json, sys, warnings
warnings.simplefilter("ignore")
import openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
print(json.dumps({
    "sheets": [[s.title, s.sheet_state] for s in book],
    "frozen": sheet.freeze_panes,
    "filter": sheet.auto_filter.ref,
    "validations": [[str(v.sqref), v.type, v.formula1, v.showErrorMessage] for v in sheet.data_validations.dataValidation],
    "lamps": [[str(key.sqref), [[rule.formula[0], rule.dxf.fill.bgColor.rgb] for rule in rules]] for key, rules in sheet.conditional_formatting._cf_rules.items()],
    "print": [sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_title_rows, sheet.oddFooter.center.text],
    "hidden": [letter for letter, column in sheet.column_dimensions.items() if column.hidden],
    "cells": [[[cell.data_type, str(cell.value)] for cell in row if cell.value is not None] for row in sheet.iter_rows(min_row=4)],
}))
`;

/** Fills cells in and saves, as a program does that reads a workbook and writes it anew. */
const FILL = `
import json, sys, warnings, datetime
warnings.simplefilter("ignore")
import openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
for name, value in json.loads(sys.argv[3]).items():
    sheet[name] = datetime.date.fromisoformat(value["date"]) if isinstance(value, dict) else value
book.save(sys.argv[2])
`;

export interface SheetReading {
  readonly sheets: readonly (readonly [string, string])[];
  readonly frozen: string;
  readonly filter: string;
  readonly validations: readonly (readonly [string, string, string, boolean])[];
  readonly lamps: readonly (readonly [string, readonly (readonly [string, string])[]])[];
  readonly print: readonly (string | number | boolean)[];
  readonly hidden: readonly string[];
  readonly cells: readonly (readonly (readonly [string, string])[])[];
}

/** Which programs of others can read a workbook here. */
export async function installedSheetReaders(): Promise<ReadonlySet<"openpyxl" | "libreoffice">> {
  const answers = (command: string, ...args: string[]) =>
    run(command, args, { timeout: DEADLINE_MS }).then(
      () => true,
      () => false,
    );
  const python = await answers(PYTHON, "-c", "import openpyxl");
  const office = await answers("soffice", "--version");
  return new Set([...(python ? ["openpyxl" as const] : []), ...(office ? ["libreoffice" as const] : [])]);
}

export async function readWithOpenpyxl(file: Buffer, directory: string): Promise<SheetReading> {
  const path = join(directory, "read.xlsx");
  await writeFile(path, file);
  return JSON.parse(await python(READ, path)) as SheetReading;
}

/** The workbook as openpyxl saves it with `cells` filled in. */
export async function filledByOpenpyxl(
  file: Buffer,
  cells: Readonly<Record<string, string | { readonly date: string }>>,
  directory: string,
): Promise<Buffer> {
  const [from, to] = [join(directory, "out.xlsx"), join(directory, "back.xlsx")];
  await writeFile(from, file);
  await python(FILL, from, to, JSON.stringify(cells));
  return readFile(to);
}

/** The file as LibreOffice saves it, as `xlsx` or `csv`. */
export async function savedByOffice(file: Buffer, as: "xlsx" | "csv", directory: string): Promise<Buffer> {
  const path = join(directory, "office.xlsx");
  await writeFile(path, file);
  const profile = pathToFileURL(join(directory, "profile")).href;
  const outdir = join(directory, "saved");
  // 44, 34, 76: commas, quotation marks, UTF-8.
  const format = as === "csv" ? "csv:Text - txt - csv (StarCalc):44,34,76" : "xlsx:Calc MS Excel 2007 XML";
  const options = [
    "--headless",
    `-env:UserInstallation=${profile}`,
    "--convert-to",
    format,
    "--outdir",
    outdir,
  ];
  await run("soffice", [...options, path], { timeout: DEADLINE_MS });
  return readFile(join(outdir, `office.${as}`));
}

async function python(script: string, ...args: string[]): Promise<string> {
  const env = { PYTHONIOENCODING: "utf-8" };
  return (await run(PYTHON, ["-c", script, ...args], { timeout: DEADLINE_MS, env })).stdout;
}
