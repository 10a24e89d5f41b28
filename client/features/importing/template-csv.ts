/** The byte order mark by which Excel and WPS take a csv for UTF-8. */
const BOM = "\uFEFF";

/** A csv of `rows`, quoted where needed, with the line ends spreadsheets write. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
