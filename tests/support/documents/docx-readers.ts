import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const DEADLINE_MS = 120_000;
const PYTHON = "/usr/bin/python3";

/** Prints what python3-docx makes of a file: its texts in order, and how its pages are set. */
const PYTHON_SCRIPT = `
import json, sys, docx
file = docx.Document(sys.argv[1])
section = file.sections[0]
cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
print(json.dumps({
    "paragraphs": [[p.style.name, p.text] for p in file.paragraphs],
    "cells": cells,
    "marginMm": [round(side.mm) for side in (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)],
    "oddAndEven": file.settings.odd_and_even_pages_header_footer,
    "title": file.core_properties.title,
}))
`;

export interface PythonReading {
  readonly paragraphs: readonly (readonly [style: string, text: string])[];
  readonly cells: readonly string[];
  readonly marginMm: readonly number[];
  readonly oddAndEven: boolean;
  readonly title: string;
}

/** Which programs of others can read a docx here: Debian's python3-docx, LibreOffice with poppler's tools. */
export async function installedReaders(): Promise<ReadonlySet<"python-docx" | "libreoffice">> {
  const answers = (command: string, ...args: string[]) =>
    run(command, args, { timeout: DEADLINE_MS }).then(
      () => true,
      () => false,
    );
  const python = await answers(PYTHON, "-c", "import docx");
  const office = (await answers("soffice", "--version")) && (await answers("pdftotext", "-v"));
  return new Set([...(python ? ["python-docx" as const] : []), ...(office ? ["libreoffice" as const] : [])]);
}

/** Whether LibreOffice is here with the part of it that shows slides, which comes in a package of its own. */
export async function hasImpress(): Promise<boolean> {
  if (!(await installedReaders()).has("libreoffice")) return false;
  const { stdout } = await run("sh", ["-c", 'readlink -f "$(command -v soffice)"'], { timeout: DEADLINE_MS });
  return existsSync(join(dirname(stdout.trim()), "libsdlo.so"));
}

export async function readWithPython(docx: Uint8Array, directory: string): Promise<PythonReading> {
  const path = join(directory, "python.docx");
  await writeFile(path, docx);
  const { stdout } = await run(PYTHON, ["-c", PYTHON_SCRIPT, path], {
    timeout: DEADLINE_MS,
    env: { PYTHONIOENCODING: "utf-8" },
  });
  return JSON.parse(stdout) as PythonReading;
}

/** The pages LibreOffice prints, as text laid out as on paper. */
export async function printWithOffice(
  bytes: Uint8Array,
  directory: string,
  extension: "docx" | "pptx" = "docx",
): Promise<string[]> {
  const path = join(directory, `office.${extension}`);
  await writeFile(path, bytes);
  const profile = pathToFileURL(join(directory, "profile")).href;
  const options = [
    "--headless",
    `-env:UserInstallation=${profile}`,
    "--convert-to",
    "pdf",
    "--outdir",
    directory,
  ];
  await run("soffice", [...options, path], { timeout: DEADLINE_MS });
  await run("pdftotext", ["-layout", join(directory, "office.pdf"), join(directory, "office.txt")], {
    timeout: DEADLINE_MS,
  });
  const text = await readFile(join(directory, "office.txt"), "utf8");
  return text.split("\f").slice(0, -1);
}
