const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const MACINTOSH = 1;
const WINDOWS = 3;
/** Encodings of Windows' names that are Unicode. */
const UNICODE = [0, 1, 10];
/** The typesetter calls a family without the words for weight, slope and width at its end. */
const STYLE_WORD =
  /[ _-]*(?:normal|italic|oblique|slanted|thin|hairline|light|regular|medium|bold|demi|black|heavy|narrow|condensed|compressed|expanded)$/i;

/** The names of a face's family in every language its `name` table has. Throws where the table is cut short. */
export function familyNames(table: Buffer): string[] {
  const names = new Set<string>();
  const texts = table.readUInt16BE(4);
  for (let entry = 0; entry < table.readUInt16BE(2); entry += 1) {
    const at = 6 + entry * 12;
    const id = table.readUInt16BE(at + 6);
    if (id !== FAMILY && id !== TYPOGRAPHIC_FAMILY) continue;
    const start = texts + table.readUInt16BE(at + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(at + 8));
    const text = decoded(bytes, table.readUInt16BE(at), table.readUInt16BE(at + 2));
    if (text === null || text.trim() === "") continue;
    names.add(text.trim());
    names.add(withoutStyleWords(text.trim()));
  }
  return [...names];
}

function decoded(bytes: Buffer, platform: number, encoding: number): string | null {
  if (platform === MACINTOSH) return encoding === 0 ? bytes.toString("latin1") : null;
  if (platform === WINDOWS && !UNICODE.includes(encoding)) return null;
  return bytes.length % 2 === 0 ? Buffer.from(bytes).swap16().toString("utf16le") : null;
}

function withoutStyleWords(name: string): string {
  const shorter = name.replace(STYLE_WORD, "");
  return shorter === "" || shorter === name ? name : withoutStyleWords(shorter);
}
