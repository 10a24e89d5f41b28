import { monitorEventLoopDelay } from "node:perf_hooks";
import JSZip from "jszip";
import { beforeAll, expect, test } from "vitest";
import { readRoster } from "../../server/roster/read-roster.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { peakChildMemory } from "../support/process/child-memory.ts";
import { ON_WINDOWS } from "../support/process/on-windows.ts";
import { sheetWith, workbook, workbookZip, zipBytes } from "../support/sample/workbook.ts";

const MEGABYTE = 1024 * 1024;
/** A process takes time to start, more so on a busy machine; what a file may cost comes on top. */
const STARTING_MAX_MS = 45_000;
const EXTRA_MEMORY_MAX_BYTES = 150 * MEGABYTE;
const SMALL = {
  name: "名单",
  rows: [
    ["姓名", "单位"],
    ["甲某", "滑县"],
  ],
};

let idleBytes = 0;

beforeAll(async () => {
  idleBytes = (await peakChildMemory(() => readRoster(Buffer.from("姓名,单位\n甲某,滑县")))).peakBytes;
}, 120_000);

async function withPart(part: string, content: string | Buffer): Promise<Buffer> {
  const zip = workbookZip([SMALL]);
  zip.file(part, content);
  return await zipBytes(zip);
}

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

/** Changes the size the central directory declares for an entry. */
async function withDeclaredSize(file: Buffer, name: string, bytes: number): Promise<Buffer> {
  const directory = file.lastIndexOf(Buffer.from(name)) - 46;
  expect(file.readUInt32LE(directory)).toBe(0x02014b50);
  const changed = Buffer.from(file);
  changed.writeUInt32LE(bytes, directory + 24);
  return changed;
}

/** Marks an entry as encrypted, as a zip with a password has it. */
function withEncryptedEntry(file: Buffer, name: string): Buffer {
  const directory = file.lastIndexOf(Buffer.from(name)) - 46;
  expect(file.readUInt32LE(directory)).toBe(0x02014b50);
  const changed = Buffer.from(file);
  changed.writeUInt16LE(changed.readUInt16LE(directory + 8) | 1, directory + 8);
  return changed;
}

async function nestedZip(): Promise<Buffer> {
  let inner = await zipBytes(new JSZip().file("0", Buffer.alloc(10 * MEGABYTE)));
  for (let depth = 0; depth < 3; depth += 1) {
    const zip = new JSZip();
    for (let copy = 0; copy < 10; copy += 1) zip.file(`${copy}.zip`, inner);
    inner = await zipBytes(zip);
  }
  return inner;
}

/** Shared strings of 40 bytes each. */
function manyTexts(count: number): string {
  const texts = Array.from({ length: count }, (_, i) => `<si><t>${i % 977}${"啊".repeat(7)}</t></si>`);
  return `<sst>${texts.join("")}</sst>`;
}

function millionRows(): string {
  return sheetWith(Array.from({ length: 1_000_000 }, () => "<row><c><v>1</v></c></row>").join(""));
}

const compoundFile = (stream: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(2000),
    Buffer.from(stream, "utf16le"),
    Buffer.alloc(2000),
  ]);

const withDtd = (dtd: string, text: string) =>
  withPart(STRINGS, `<?xml version="1.0"?><!DOCTYPE sst [${dtd}]><sst><si><t>${text}</t></si></sst>`);

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");

const REFUSED: readonly (readonly [what: string, code: string, make: () => Promise<Buffer> | Buffer])[] = [
  ["a file over 2 MB", "roster_too_large", () => Buffer.alloc(LIMITS.rosterFileMaxBytes + 1, "a")],
  ["a ratio bomb", "roster_too_large", () => withPart(SHEET, Buffer.alloc(24 * MEGABYTE, " "))],
  [
    "a ratio bomb of a size that is let",
    "roster_too_large",
    () => withPart(SHEET, Buffer.alloc(10 * MEGABYTE, " ")),
  ],
  ["22 MB at an honest ratio", "roster_too_large", () => withPart(STRINGS, manyTexts(560_000))],
  [
    "a bomb that declares a small size",
    "roster_too_large",
    async () => withDeclaredSize(await withPart(SHEET, Buffer.alloc(24 * MEGABYTE, " ")), SHEET, 1000),
  ],
  ["a false declared size", "read", async () => withDeclaredSize(await workbook(SMALL), SHEET, 10)],
  ["zips in zips", "roster_unreadable", nestedZip],
  ["a million rows", "roster_too_large", () => withPart(SHEET, millionRows())],
  [
    "more than 100 entries",
    "roster_too_large",
    () => {
      const zip = workbookZip([SMALL]);
      for (let entry = 0; entry < 100; entry += 1) zip.file(`xl/media/${entry}.png`, "x");
      return zipBytes(zip);
    },
  ],
  [
    "text in the last cell of all",
    "roster_too_large",
    () => withPart(SHEET, sheetWith('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  ],
  [
    "an external entity",
    "roster_unreadable",
    () => withDtd('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
  ],
  ["a billion laughs", "roster_unreadable", () => withDtd(`<!ENTITY l0 "ha">${laughs}`, "&l9;")],
  ["elements without end", "roster_unreadable", () => withPart(SHEET, "<a>".repeat(MEGABYTE))],
  [
    "merges over everything, many times",
    "roster_unreadable",
    () => {
      const rows = Array.from({ length: 4_000 }, (_, row) => [`人${row}`, "滑县"]);
      return workbook({ name: "名单", rows, merges: Array.from({ length: 20_000 }, () => "A1:XFD1048576") });
    },
  ],
  ["18 MB of texts, each another", "roster_no_headings", () => withPart(STRINGS, manyTexts(450_000))],
  [
    "names that lead out of the zip",
    "roster_unreadable",
    async () => {
      const file = await withPart("xx/xx/passwd", "x");
      return Buffer.from(file.toString("latin1").replaceAll("xx/xx/passwd", "../../passwd"), "latin1");
    },
  ],
  [
    "a link in place of a sheet",
    "roster_unreadable",
    () => {
      const zip = workbookZip([SMALL]);
      zip.file(SHEET, "/etc/passwd", { unixPermissions: 0o120777 });
      return zip.generateAsync({ type: "nodebuffer", platform: "UNIX" });
    },
  ],
  ["a workbook with a password", "roster_encrypted", () => compoundFile("EncryptedPackage")],
  [
    "a zip with a password",
    "roster_encrypted",
    async () => withEncryptedEntry(await workbook(SMALL), "xl/workbook.xml"),
  ],
  ["a workbook from before 2007", "roster_unreadable", () => compoundFile("Workbook")],
  [
    "a picture",
    "roster_unreadable",
    () => Buffer.concat([Buffer.from("\u0089PNG\r\n\u001A\n", "latin1"), Buffer.alloc(5000, 7)]),
  ],
  ["a PDF", "roster_unreadable", () => Buffer.from("%PDF-1.7\n姓名,单位\n")],
  [
    "a web page that calls itself .xls",
    "roster_unreadable",
    () => Buffer.from("<html><table><tr><td>姓名</td><td>单位</td></tr></table>"),
  ],
  [
    "random bytes",
    "roster_unreadable",
    () => Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 256)),
  ],
  ["an empty file", "roster_no_headings", () => Buffer.alloc(0)],
  ["a zip cut short", "roster_unreadable", async () => (await workbook(SMALL)).subarray(0, 700)],
  ["2 MB of line ends", "roster_no_headings", () => Buffer.alloc(LIMITS.rosterFileMaxBytes, "\n")],
  ["2 MB of one-letter rows", "roster_too_large", () => Buffer.from("a\n".repeat(MEGABYTE - 1))],
  ["2 MB of commas", "roster_too_large", () => Buffer.alloc(LIMITS.rosterFileMaxBytes, ",")],
];

test.skipIf(ON_WINDOWS).each(REFUSED)(
  "%s: %s, in bounded time and memory",
  { timeout: 120_000 },
  async (what, code, make) => {
    const file = await make();
    if (!what.startsWith("a file over")) expect(file.length).toBeLessThanOrEqual(LIMITS.rosterFileMaxBytes);
    const lag = monitorEventLoopDelay({ resolution: 5 });
    lag.enable();
    const start = performance.now();
    const { result, peakBytes } = await peakChildMemory(() => readRoster(file));
    const tookMs = performance.now() - start;
    lag.disable();
    expect(result.ok ? "read" : result.refusal.code).toBe(code);
    expect(tookMs).toBeLessThan(LIMITS.rosterReadingMaxMs + STARTING_MAX_MS);
    expect(peakBytes - idleBytes).toBeLessThan(EXTRA_MEMORY_MAX_BYTES);
    report(what, result.ok ? "read" : result.refusal.code, tookMs, peakBytes - idleBytes, lag.max / 1e6);
  },
);

function report(what: string, code: string, tookMs: number, extraBytes: number, lagMs: number): void {
  const megabytes = Math.round(extraBytes / MEGABYTE);
  process.stdout.write(
    `${what}: ${code}, ${Math.round(tookMs)} ms, ${megabytes} MB above idle, loop ${Math.round(lagMs)} ms\n`,
  );
}
