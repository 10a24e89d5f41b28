import JSZip from "jszip";

export interface SheetSpec {
  readonly name: string;
  /** Rows from 1, cells from column A; numbers are written as numbers, null leaves a cell out. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges?: readonly string[];
  readonly state?: "hidden" | "veryHidden";
  /** Rows, from 1, that are hidden. */
  readonly hiddenRows?: readonly number[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** An .xlsx with shared strings, as a zip that can still be bent before it is written with `zipBytes`. */
export function workbookZip(sheets: readonly SheetSpec[]): JSZip {
  const zip = new JSZip();
  const strings: string[] = [];
  zip.file("[Content_Types].xml", `${HEAD}<Types/>`);
  zip.file("_rels/.rels", relationships([["rId1", "officeDocument", "xl/workbook.xml"]]));
  sheets.forEach((sheet, index) => {
    zip.file(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings));
  });
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  zip.file(
    "xl/workbook.xml",
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join("")}</sheets></workbook>`,
  );
  zip.file(
    "xl/_rels/workbook.xml.rels",
    relationships([
      ...sheets.map(
        (_, index) => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ["rIdS", "sharedStrings", "sharedStrings.xml"],
    ]),
  );
  const items = strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("");
  zip.file("xl/sharedStrings.xml", `${HEAD}<sst xmlns="${MAIN}">${items}</sst>`);
  return zip;
}

export function zipBytes(zip: JSZip): Promise<Buffer> {
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

export function workbook(...sheets: SheetSpec[]): Promise<Buffer> {
  return zipBytes(workbookZip(sheets));
}

/** A sheet with these XML elements as its `sheetData`. */
export function sheetWith(sheetData: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`;
}

function sheetXml({ rows, merges, hiddenRows }: SheetSpec, strings: string[]): string {
  const data = rows.map((row, index) => {
    const cells = row.map((value, column) => cellXml(value, `${columnLetters(column)}${index + 1}`, strings));
    const hidden = hiddenRows?.includes(index + 1) === true ? ' hidden="1"' : "";
    return `<row r="${index + 1}"${hidden}>${cells.join("")}</row>`;
  });
  const merged = (merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const mergeCells = merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`;
  return sheetWith(data.join("")).replace("</worksheet>", `${mergeCells}</worksheet>`);
}

function cellXml(value: string | number | null, reference: string, strings: string[]): string {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${reference}"><v>${value}</v></c>`;
  return `<c r="${reference}" t="s"><v>${strings.push(value) - 1}</v></c>`;
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${items.join("")}</Relationships>`;
}

function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${columnLetters(Math.floor(column / 26) - 1)}${columnLetters(column % 26)}`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
