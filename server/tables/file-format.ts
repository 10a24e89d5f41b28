/** What a file is by its content; names and declared types are not believed. */
export type FileFormat =
  | "zip"
  | "text"
  | "encrypted"
  | "xls"
  | "html"
  | "xml"
  | "pdf"
  | "image"
  | "archive"
  | "unknown";

const MAGIC: readonly (readonly [FileFormat, string])[] = [
  ["zip", "PK\u0003\u0004"],
  ["pdf", "%PDF"],
  ["image", "\u0089PNG"],
  ["image", "GIF8"],
  ["image", "\u00FF\u00D8\u00FF"],
  ["archive", "Rar!"],
  ["archive", "7z\u00BC\u00AF"],
  ["archive", "\u001F\u008B"],
];
const COMPOUND_FILE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const UTF16_MARKS = ["fffe", "feff"].map((mark) => Buffer.from(mark, "hex"));
const PROBE_BYTES = 512;

/**
 * Tells the formats apart. A compound file is either a password-protected .xlsx, whose stream is named
 * `EncryptedPackage`, or the format before 2007.
 */
export function formatOf(file: Buffer): FileFormat {
  if (file.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    return file.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "xls";
  }
  const beginning = file.subarray(0, PROBE_BYTES).toString("latin1");
  for (const [format, magic] of MAGIC) if (beginning.startsWith(magic)) return format;
  if (UTF16_MARKS.some((mark) => file.subarray(0, mark.length).equals(mark))) return "text";
  if (/^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html|table|meta|head)/i.test(beginning)) return "html";
  if (/^(?:\u00EF\u00BB\u00BF)?\s*<(?:\?xml|!--|[a-z]+[ >])/i.test(beginning)) return "xml";
  return file.includes(0) ? "unknown" : "text";
}
