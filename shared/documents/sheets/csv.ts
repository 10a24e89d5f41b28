/** The byte order mark by which Excel and WPS take a csv for UTF-8. */
const BOM = "\uFEFF";
/** What a spreadsheet would take for a formula, or what is a formula to the next program after it took the mark away. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A csv of `rows`, quoted where needed, with the line ends spreadsheets write; what would be a formula is marked as text. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
