import { posix } from "node:path";
import type { Calendar } from "../../shared/domain/ledger/day.ts";
import { ReadingRefusal } from "./reading-refusal.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { readSheet } from "./xlsx-sheet.ts";
import { readSharedStrings } from "./xlsx-strings.ts";
import { localName, readXml } from "./xml-reader.ts";
import { ZipArchive } from "./zip-archive.ts";

interface Relationship {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** The part's name in the archive. */
  readonly part: string;
}

interface WorkbookEntry {
  readonly sheets: readonly SheetEntry[];
  readonly calendar: Calendar;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationshipId: string;
}

/** Parts that betray other formats kept in a zip. */
const OTHER_FORMATS: readonly (readonly [string, string])[] = [
  ["xl/workbook.bin", "xlsb"],
  ["word/document.xml", "docx"],
  ["ppt/presentation.xml", "pptx"],
  ["content.xml", "ods"],
];

/**
 * Reads the sheets of an .xlsx in their order. Hidden sheets are listed without their cells: what they hold is
 * mostly last year's people or the choices of a drop-down list, and nobody has looked at it. Hidden rows are read
 * and marked: mostly a filter was left on, and dropping those people in silence would be worse.
 */
export async function readWorkbook(file: Buffer): Promise<SheetGrid[]> {
  const archive = await ZipArchive.open(file);
  const roots = await readRelationships(archive, "");
  const workbook = roots.find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  const other = OTHER_FORMATS.find(([part]) => archive.has(part));
  if (other !== undefined) throw new ReadingRefusal("unreadable", { format: other[1] });
  if (!archive.has(workbook)) throw new ReadingRefusal("unreadable", { format: "zip" });

  const relationships = await readRelationships(archive, workbook);
  const stringsPart = relationships.find(({ type }) => type === "sharedStrings")?.part;
  const strings = stringsPart === undefined ? [] : await readSharedStrings(archive.read(stringsPart));
  const grids: SheetGrid[] = [];
  const { sheets, calendar } = await readWorkbookEntry(archive, workbook);
  for (const entry of sheets) {
    const target = relationships.find(({ id }) => id === entry.relationshipId);
    if (target?.type !== "worksheet") continue;
    grids.push(
      entry.hidden
        ? { sheet: entry.name, hidden: true, rows: [], merges: [], calendar }
        : await readSheet(entry.name, archive.read(target.part), strings, calendar),
    );
  }
  return grids;
}

async function readWorkbookEntry(archive: ZipArchive, workbook: string): Promise<WorkbookEntry> {
  const sheets: SheetEntry[] = [];
  let calendar: Calendar = 1900;
  await readXml(archive.read(workbook), {
    open(path, attributes) {
      if (path === "workbook/workbookPr" && /^(?:1|true)$/.test(attributes.date1904 ?? "")) calendar = 1904;
      if (path !== "workbook/sheets/sheet") return;
      const id = Object.entries(attributes).find(([name]) => name !== "id" && localName(name) === "id");
      sheets.push({
        name: attributes.name ?? "",
        hidden: attributes.state === "hidden" || attributes.state === "veryHidden",
        relationshipId: id?.[1] ?? "",
      });
    },
  });
  return { sheets, calendar };
}

/** The relationships of a part inside the archive; those that lead outside are left out and never followed. */
async function readRelationships(archive: ZipArchive, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const list = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  if (!archive.has(list)) return [];
  const relationships: Relationship[] = [];
  await readXml(archive.read(list), {
    open(path, attributes) {
      const { Id: id, Type: type, Target: given, TargetMode: mode } = attributes;
      if (path !== "Relationships/Relationship" || mode === "External") return;
      if (id === undefined || type === undefined || given === undefined) return;
      const target = given.replaceAll("\\", "/");
      relationships.push({
        id,
        type: type.slice(type.lastIndexOf("/") + 1),
        part: posix.join("/", target.startsWith("/") ? "" : folder, target).slice(1),
      });
    },
  });
  return relationships;
}
